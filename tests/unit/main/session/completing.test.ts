import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@shared/model/default-settings'
import type { LookupReport } from '@shared/model/lookup'
import type { PaperFields } from '@shared/model/paper'
import type { Settings } from '@shared/model/settings'
import { networkError } from '../../../../src/main/lookup/network-error'
import type { Candidate, Service } from '../../../../src/main/lookup/service'
import { journalState, redo, undo } from '../../../../src/main/library/journal'
import { getPapers } from '../../../../src/main/library/papers'
import { Completing } from '../../../../src/main/session/completing'
import { insertPaper, newLibrary } from '../../support/library'

const ada = { role: 'author' as const, name: { family: 'Lovelace', given: 'Ada' } }
const full = {
  ...{ type: 'article-journal' as const, issued: '1843', venue: 'Scientific Memoirs' },
  creators: [{ ...ada, name: { ...ada.name, particle: '', suffix: '' } }]
}

/** A service that knows papers by their titles. */
function crossref(
  knows: Readonly<Record<string, Partial<PaperFields>>>,
  before?: (title: string) => void
): Service {
  return {
    name: 'Crossref',
    byTitle: ({ title }): Promise<Candidate[]> => {
      before?.(title)
      const says = knows[title]
      const url = 'https://doi.example/1'
      return Promise.resolve(
        says === undefined ? [] : [{ source: 'Crossref', url, title: says.title ?? title, says }]
      )
    }
  }
}

function started(services: readonly Service[], settings: Partial<Settings> = {}) {
  const db = newLibrary()
  const finished = Promise.withResolvers<LookupReport>()
  const session = { db, notice: () => undefined }
  const completing = new Completing({
    session: () => session,
    settings: () => ({ ...defaultSettings, lookups: 'asked', ...settings }),
    services: () => Promise.resolve(services),
    publish: (event, body) => {
      if (event === 'lookup:finished') finished.resolve(body as LookupReport)
    }
  })
  return { db, completing, finished: finished.promise }
}

describe('completing papers', () => {
  const title = 'Notes upon the analytical engine'

  it('asks nobody until the user allows it', async () => {
    const asked: string[] = []
    const service = crossref({ [title]: full }, (what) => asked.push(what))
    const { db, completing } = started([service], { lookups: 'off' })
    const id = insertPaper(db, { title })
    await expect(completing.run([id])).rejects.toThrow('switched off')
    completing.later([id])
    await completing.end()
    expect(asked).toEqual([])
  })

  it('shows old beside new with the source, and changes nothing by itself', async () => {
    const { db, completing } = started([crossref({ [title]: full })])
    const id = insertPaper(db, { title, issued: '1842' })
    const before = getPapers(db, [id])
    const plan = await completing.run([id])
    expect(plan.papers[0]?.found).toEqual([
      {
        source: 'Crossref',
        url: 'https://doi.example/1',
        fields: [
          { field: 'creators', former: '', said: 'Ada Lovelace', wins: true },
          { field: 'issued', former: '1842', said: '1843', wins: false },
          { field: 'venue', former: '', said: 'Scientific Memoirs', wins: true },
          { field: 'type', former: 'article', said: 'article-journal', wins: true }
        ]
      }
    ])
    expect(getPapers(db, [id])).toEqual(before)
  })

  it('keeps both values with their sources, as one change that is undone and redone', async () => {
    const { db, completing } = started([crossref({ [title]: full, Other: full })])
    const id = insertPaper(db, { title, issued: '1842' })
    const before = getPapers(db, [id])
    const plan = await completing.run([id])
    completing.apply(plan.draftId, [id])
    const [after] = getPapers(db, [id])
    expect(after).toMatchObject({
      issued: '1842',
      venue: 'Scientific Memoirs',
      ...{ creators: [ada] }
    })
    expect(
      after?.statements.map(({ field, text, source, shown }) => [field, text, source, shown])
    ).toEqual(
      expect.arrayContaining([
        ['issued', '1842', '', true],
        ['issued', '1843', 'Crossref', false]
      ])
    )
    expect(journalState(db).undo).toEqual({ kind: 'complete', count: 1, name: title })
    undo(db)
    expect(getPapers(db, [id])).toEqual(before)
    redo(db)
    expect(getPapers(db, [id])[0]?.venue).toBe('Scientific Memoirs')
  })

  it('completes only the papers that the user takes', async () => {
    const { db, completing } = started([crossref({ [title]: full, 'On computable numbers': full })])
    const ids = [insertPaper(db, { title }), insertPaper(db, { title: 'On computable numbers' })]
    const plan = await completing.run(ids)
    completing.apply(plan.draftId, ids.slice(1))
    expect(getPapers(db, ids).map(({ venue }) => venue)).toEqual(['', 'Scientific Memoirs'])
  })

  it('passes over papers that were deleted for good meanwhile, and tells of a look-up that is over', async () => {
    const { db, completing } = started([crossref({ [title]: full })])
    const id = insertPaper(db, { title })
    const plan = await completing.run([id])
    undo(db)
    expect(completing.apply(plan.draftId, [id])).toBeNull()
    expect(() => completing.apply(plan.draftId, [id])).toThrow('is over')
  })

  it('answers with what there was when it is stopped', async () => {
    const titles = Array.from({ length: 60 }, (_, at) => `A paper about engine number ${at}`)
    const knows = Object.fromEntries(titles.map((each) => [each, full]))
    let asked = 0
    const { db, completing } = started([
      crossref(knows, () => {
        if (++asked === 52) completing.stop()
      })
    ])
    const ids = titles.map((each) => insertPaper(db, { title: each }))
    const plan = await completing.run(ids)
    expect(plan.of).toBe(60)
    expect(plan.papers.length).toBeGreaterThanOrEqual(50)
    expect(plan.papers.length).toBeLessThan(60)
    await expect(completing.run(ids.slice(0, 1))).resolves.toMatchObject({ of: 1 })
  })

  it('tells each failure of a service once, and for how many papers', async () => {
    const broken: Service = {
      name: 'DBLP',
      byTitle: () => Promise.reject(networkError('dblp.org', 'it is out of order'))
    }
    const { db, completing } = started([broken, crossref({ [title]: full })])
    const ids = [insertPaper(db, { title }), insertPaper(db, { title: 'On computable numbers' })]
    const plan = await completing.run(ids)
    expect(plan.failed).toEqual([
      { message: 'dblp.org could not be asked: it is out of order.', papers: 2 }
    ])
    expect(plan.papers.map(({ found }) => found.length)).toEqual([1, 0])
  })

  it('completes what an import brought by itself where the user wants that, leaving alone what lacks nothing', async () => {
    const asked: string[] = []
    const service = crossref({ [title]: full, Whole: full }, (what) => asked.push(what))
    const { db, completing, finished } = started([service], { lookups: 'always' })
    const whole = { ...full, title: 'Whole' }
    const ids = [insertPaper(db, { title }), insertPaper(db, whole)]
    completing.later(ids)
    expect(await finished).toEqual({ completed: 1, of: 1, failed: [] })
    expect(asked).toEqual([title])
    expect(journalState(db).undo).toEqual({ kind: 'complete', count: 1, name: title })
  })
})
