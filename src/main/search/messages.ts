import type { ErrorBody } from '@shared/ipc/error'
import type { LibraryAnswer, LibraryQuery } from './library-search'

/** What the worker is started with: the folder of the library. */
export interface SearchWorkerData {
  folder: string
}

/** What the worker is asked: `catch-up` to take in what has changed, `close` to save and end. */
export type SearchRequest =
  ({ kind: 'query' } & LibraryQuery) | { kind: 'catch-up' } | { kind: 'close' }

/** A request with a number, which comes back with its answer. */
export interface SearchCall {
  call: number
  request: SearchRequest
}

/** A query's answer has a result, another's has none. */
export type SearchReply =
  | { call: number; ok: true; result: LibraryAnswer | undefined }
  | { call: number; ok: false; error: ErrorBody }
