import type { Identifier } from '@shared/model/paper'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'
import { Attendance, type Asked } from './attendance'
import { Inquiry, type Completion, type WantedPaper } from './inquiry'
import { isUnpublished, isWanting } from './known'
import { cancelled } from './network-error'
import type { Candidate, Service, ServiceName } from './service'

export interface CompleteOptions {
  /** Those that may be asked; one that is left out is not. */
  services: readonly Service[]
  signal?: AbortSignal
  /** Called after each paper, with what became of it. */
  onProgress?: (progress: { done: number; of: number; completion: Completion }) => void
}

/** So many papers go through the services together: what arXiv takes in one request. */
const groupSize = 50
/** Papers searched for by title at a time, so that one service works while another rests. */
const atATime = 3

/** arXiv gives out its DOIs through DataCite. */
const isArxivDoi = ({ value }: Identifier): boolean => value.startsWith('10.48550/')

/**
 * Which service is asked for identifiers, in turn, and for which: Crossref twice, since of a preprint
 * it tells the DOI that it has been published under. The later two are for what the first do not know.
 */
const byIdentifier: readonly {
  service: ServiceName
  asks: (identifier: Identifier) => boolean
  onlyIfWanting: boolean
}[] = [
  { service: 'arXiv', asks: () => true, onlyIfWanting: false },
  { service: 'Crossref', asks: (one) => !isArxivDoi(one), onlyIfWanting: false },
  { service: 'Crossref', asks: (one) => !isArxivDoi(one), onlyIfWanting: false },
  { service: 'DataCite', asks: () => true, onlyIfWanting: true },
  { service: 'OpenAlex', asks: () => true, onlyIfWanting: true }
]

/** Which service is searched for a title, in turn. OpenAlex has a small daily allowance: only if need be. */
const byTitle: readonly { service: ServiceName; onlyIfWanting: boolean }[] = [
  { service: 'DBLP', onlyIfWanting: false },
  { service: 'Crossref', onlyIfWanting: false },
  { service: 'OpenAlex', onlyIfWanting: true }
]

/**
 * Looks papers up, each until nothing is missing that a citation needs and a preprint's published venue
 * is known, or nobody is left to ask. Of a paper that lacks nothing nobody is asked. What is found is
 * only told; the papers stay as they are. A service that fails stops no other; one that fails three times
 * in a row is left out for the rest, which is said with each paper that would have been asked for.
 * @returns one entry for each paper, in their order
 * @throws AppError `cancelled`; what was found by then has been told by `onProgress`
 */
export async function completePapers(
  papers: readonly WantedPaper[],
  options: CompleteOptions
): Promise<Completion[]> {
  const run = new Run(options)
  const completions: Completion[] = []
  for (let from = 0; from < papers.length; from += groupSize) {
    const group = papers.slice(from, from + groupSize).map((paper) => new Inquiry(paper))
    for (const step of byIdentifier) await run.askForIdentifiers(group, step)
    await withWorkers(group, async (inquiry) => {
      await run.searchForTitle(inquiry)
      completions.push(inquiry.completion)
      const { completion } = inquiry
      options.onProgress?.({ done: completions.length, of: papers.length, completion })
    })
  }
  const places = new Map(papers.map(({ id }, place) => [id, place]))
  const placeOf = ({ paperId }: Completion): number => places.get(paperId) ?? 0
  return completions.sort((a, b) => placeOf(a) - placeOf(b))
}

class Run {
  readonly #services: ReadonlyMap<ServiceName, Service>
  readonly #attendance = new Attendance()

  constructor(readonly options: CompleteOptions) {
    this.#services = new Map(options.services.map((service) => [service.name, service]))
  }

  async askForIdentifiers(
    group: readonly Inquiry[],
    step: (typeof byIdentifier)[number]
  ): Promise<void> {
    const lookup = this.#services.get(step.service)?.byIdentifier
    if (lookup === undefined) return
    const questions = group
      .filter((one) => isOpen(one, step.onlyIfWanting))
      .flatMap((inquiry) =>
        inquiry
          .toAsk(step.service, (one) => lookup.takes(one) && step.asks(one))
          .map((identifier) => ({ inquiry, identifier }))
      )
    for (let from = 0; from < questions.length; from += lookup.batch) {
      const batch = questions.slice(from, from + lookup.batch)
      const identifiers = distinct(batch.map(({ identifier }) => identifier))
      const asked = await this.#ask(step.service, () =>
        lookup.find(identifiers, this.options.signal)
      )
      for (const { inquiry, identifier } of batch) {
        inquiry.wasAsked(step.service, identifier)
        if ('message' in asked) inquiry.fail(step.service, asked.message)
        else
          inquiry.judge(identifiers.length === 1 ? asked.value : bearing(asked.value, identifier))
      }
    }
  }

  async searchForTitle(inquiry: Inquiry): Promise<void> {
    for (const { service, onlyIfWanting } of byTitle) {
      const search = this.#services.get(service)?.byTitle
      if (search === undefined || !isOpen(inquiry, onlyIfWanting)) continue
      if (isPlaceholderTitle(inquiry.known.title) || inquiry.hasVenueFrom(service)) continue
      const asked = await this.#ask(service, () => search(inquiry.known, this.options.signal))
      if ('message' in asked) inquiry.fail(service, asked.message)
      else inquiry.judge(asked.value)
    }
  }

  async #ask(service: ServiceName, call: () => Promise<Candidate[]>): Promise<Asked<Candidate[]>> {
    if (this.options.signal?.aborted === true) throw cancelled()
    return await this.#attendance.ask(service, call)
  }
}

/** Whether there is still something to find out about a paper. */
function isOpen({ known }: Inquiry, onlyIfWanting: boolean): boolean {
  return isWanting(known) || (!onlyIfWanting && isUnpublished(known))
}

/** Those of the candidates that bear an identifier. */
function bearing(candidates: readonly Candidate[], { scheme, value }: Identifier): Candidate[] {
  return candidates.filter(({ says }) =>
    (says.identifiers ?? []).some((one) => one.scheme === scheme && one.value === value)
  )
}

function distinct(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((one) => [`${one.scheme}:${one.value}`, one])).values()]
}

async function withWorkers<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>
): Promise<void> {
  const waiting = [...items]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
}
