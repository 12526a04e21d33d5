import type { ErrorBody } from '@shared/ipc/error'
import type { SearchDocument } from './document'
import type { SearchResult } from './result'

/** What the worker is asked. */
export type SearchRequest =
  | { kind: 'query'; text: string; limit: number }
  | { kind: 'update'; changed: SearchDocument[]; removed: number[] }

/** A request with a number, which comes back with its answer. */
export interface SearchCall {
  call: number
  request: SearchRequest
}

/** A query's answer has a result, an update's has none. */
export type SearchReply =
  | { call: number; ok: true; result: SearchResult | undefined }
  | { call: number; ok: false; error: ErrorBody }
