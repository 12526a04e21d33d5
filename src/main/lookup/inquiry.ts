import { words } from '@shared/messages/words'
import type { Identifier, PaperFields } from '@shared/model/paper'
import { agreement, contradict, hasEvidence } from './agree'
import { knownWith } from './known'
import { overlap } from '../library/same-paper'
import type { Candidate, ServiceName } from './service'

/** A paper of the library, to be looked up. */
export type WantedPaper = PaperFields & { id: number }

/** What became of looking a paper up. */
export interface Completion {
  paperId: number
  /** What is believed, in the order it was found; each may tell something the others do not. */
  found: Candidate[]
  /** What came near and was not believed, with a sentence that says why. */
  refused: { source: ServiceName; title: string; why: string }[]
  /** Services that could not be asked, with a sentence for the user; each once. */
  failed: { source: ServiceName; message: string }[]
}

/** Titles with less in common than this are no near miss, but noise in a list of results. */
const nearMiss = 0.5
/** Near misses told of one answer. */
const mostRefused = 3

/** One paper on its way from service to service, and what is known of it by now. */
export class Inquiry {
  readonly completion: Completion
  #known: PaperFields
  readonly #asked = new Set<string>()

  constructor(paper: WantedPaper) {
    this.completion = { paperId: paper.id, found: [], refused: [], failed: [] }
    this.#known = paper
  }

  /** The paper with what has been found so far in its gaps. */
  get known(): PaperFields {
    return this.#known
  }

  /** Those of the paper's identifiers that a service takes and has not been asked for yet. */
  toAsk(service: ServiceName, takes: (identifier: Identifier) => boolean): Identifier[] {
    return this.#known.identifiers.filter(
      (one) => takes(one) && !this.#asked.has(`${service} ${keyOf(one)}`)
    )
  }

  /** Notes that a service was asked for an identifier, so that it is not asked again. */
  wasAsked(service: ServiceName, identifier: Identifier): void {
    this.#asked.add(`${service} ${keyOf(identifier)}`)
  }

  /** Whether a service has told where the paper came out. */
  hasVenueFrom(service: ServiceName): boolean {
    return this.completion.found.some(
      ({ source, says }) => source === service && (says.venue ?? '') !== ''
    )
  }

  fail(source: ServiceName, message: string): void {
    const { failed } = this.completion
    if (!failed.some((one) => one.source === source)) failed.push({ source, message })
  }

  /** Takes the best of the candidates that agree with what is known; the rest is told or passed over. */
  judge(candidates: readonly Candidate[]): void {
    const agreeing: Candidate[] = []
    const refused: Completion['refused'] = []
    for (const candidate of candidates) {
      const verdict = agreement(this.#known, candidate)
      if (verdict.agrees) agreeing.push(candidate)
      else if (overlap(candidate.title, this.#known.title) >= nearMiss || candidates.length === 1)
        refused.push({ source: candidate.source, title: candidate.title, why: verdict.why })
    }
    const believed = this.#unambiguous(agreeing, refused)
    // Of a preprint and its published form the one that says where.
    const best = believed.find(({ says }) => (says.venue ?? '') !== '') ?? believed[0]
    if (best !== undefined) {
      this.completion.found.push(best)
      this.#known = knownWith(this.#known, best)
    }
    this.completion.refused.push(...refused.slice(0, mostRefused))
  }

  /** Of candidates by different people, all of the paper's title, those that something else speaks for. */
  #unambiguous(agreeing: readonly Candidate[], refused: Completion['refused']): Candidate[] {
    const isAmbiguous = agreeing.some((one) => agreeing.some((other) => contradict(one, other)))
    if (!isAmbiguous) return [...agreeing]
    const speaksFor = ({ title, says }: Candidate): boolean =>
      hasEvidence(this.#known, { ...says, title })
    const why = words.lookups.twoOfOneTitle
    for (const candidate of agreeing)
      if (!speaksFor(candidate))
        refused.push({ source: candidate.source, title: candidate.title, why })
    return agreeing.filter(speaksFor)
  }
}

function keyOf({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`
}
