import type { Identifier, PaperFields } from '@shared/model/paper'
import type { Said } from '../import/parsed'
import type { PoliteGet } from './polite'

/** The services that papers are looked up at, by the names their users know. */
export type ServiceName = 'arXiv' | 'Crossref' | 'DataCite' | 'OpenAlex' | 'DBLP'

/** A paper as a service describes it; whether it is the one that was asked for is for `agree.ts` to say. */
export interface Candidate {
  source: ServiceName
  /** The page where a reader can check it. */
  url: string
  title: string
  says: Said
}

/** What a title search may use: the title, and whatever else narrows it down. */
export type Sought = Pick<PaperFields, 'title'> & Partial<PaperFields>

/** What every adapter is made with. */
export interface ServiceOptions {
  get: PoliteGet
  /** Where the service is, without a slash at the end; by default where it really is. */
  baseUrl?: string | undefined
}

/**
 * One service. What it does not know is no error but an empty list; the methods throw AppErrors as
 * `PoliteGet` does, `unreadable-file` for an answer that cannot be understood, and `network` for a
 * request that was refused.
 */
export interface Service {
  name: ServiceName
  byIdentifier?: {
    /** Whether this identifier can be looked up here. */
    takes: (identifier: Identifier) => boolean
    /** How many at a time, at the most. */
    batch: number
    find: (identifiers: readonly Identifier[], signal?: AbortSignal) => Promise<Candidate[]>
  }
  /** The few that come nearest, best first. */
  byTitle?: (sought: Sought, signal?: AbortSignal) => Promise<Candidate[]>
  /** What answers a search and came out between two days, page by page, the newest first; so many pages at the most. */
  newSince?: (
    search: string,
    days: { from: string; to: string },
    signal?: AbortSignal
  ) => AsyncGenerator<Candidate[]>
}
