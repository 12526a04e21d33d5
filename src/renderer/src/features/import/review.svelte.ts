import type { Correction, ImportPlan, PlannedItem, PlannedPage } from '@shared/model/import-plan'
import type { FormatName } from '@shared/model/kinds'
import type { PaperFields } from '@shared/model/paper'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { attempt } from '../../lib/report-error'

/** What a drop would do, page by page, and what the user says of it. */
export class ReviewState {
  digest = $state(0)
  from = $state(0)
  page = $state.raw<PlannedPage | null>(null)
  /** Index of the paper that the keys are on. */
  current = $state(0)
  readonly #latest = new Latest()
  /** Fields as the user corrected them; another verdict on the paper keeps them. */
  readonly #corrected = new Map<string, PaperFields>()

  constructor(
    private readonly plan: () => ImportPlan,
    private readonly onplan: (plan: ImportPlan) => void
  ) {}

  get item(): PlannedItem | undefined {
    return this.page?.items.find(({ index }) => index === this.current)
  }

  async show(digest = this.digest, from = this.from): Promise<void> {
    await attempt(async () => {
      const { draftId, digests } = this.plan()
      if (digests[digest] === undefined) {
        this.page = null
        return
      }
      const page = await this.#latest.run(() => call('import:page', { draftId, digest, from }))
      if (page === undefined) return
      const isOther = digest !== this.digest || from !== this.from || this.page === null
      this.digest = digest
      this.from = from
      this.page = page
      if (isOther) this.current = from
    })
  }

  async fields(index: number): Promise<PaperFields> {
    const { draftId } = this.plan()
    return call('import:fields', { draftId, digest: this.digest, index })
  }

  /** Says what shall become of a paper. */
  async say(index: number, said: Partial<Correction>): Promise<void> {
    const key = `${String(this.digest)}/${String(index)}`
    if (said.fields) this.#corrected.set(key, said.fields)
    const item = this.page?.items.find((one) => one.index === index)
    const held = item === undefined ? null : verdictOf(item)
    const { draftId } = this.plan()
    const plan = await call('import:correct', {
      ...{ draftId, digest: this.digest, index },
      verdict: said.verdict === undefined ? held : said.verdict,
      fields: this.#corrected.get(key) ?? null
    })
    this.onplan(plan)
    await this.show()
  }

  /** Sets the date of the digest on view. */
  async date(date: string): Promise<void> {
    const { draftId } = this.plan()
    this.onplan(await call('import:set-date', { draftId, digest: this.digest, date }))
  }

  async readAs(file: string, format: FormatName): Promise<void> {
    await attempt(async () => {
      const { draftId } = this.plan()
      const plan = await call('import:reread', { draftId, file, format })
      this.#corrected.clear()
      this.onplan(plan)
      this.page = null
      await this.show(Math.min(this.digest, Math.max(0, plan.digests.length - 1)), 0)
    })
  }
}

/** What the user has said of a paper so far. */
export function verdictOf({ status, same }: PlannedItem): Correction['verdict'] {
  if (status === 'left-out') return 'leave-out'
  return status === 'added' && same !== null ? 'apart' : null
}
