import type { SearchCall, SearchReply, SearchRequest } from './messages'
import type { SearchResult } from './result'
import type { SearchIndex } from './search-index'

/** Carries out a request; never throws, so that the worker lives on. */
export function answer(index: SearchIndex, { call, request }: SearchCall): SearchReply {
  try {
    return { call, ok: true, result: carryOut(index, request) }
  } catch (error) {
    const message =
      request.kind === 'query'
        ? 'This could not be searched for.'
        : 'Search could not take in the latest changes.'
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { call, ok: false, error: { code: 'internal', message, detail } }
  }
}

function carryOut(index: SearchIndex, request: SearchRequest): SearchResult | undefined {
  if (request.kind === 'query') return index.query(request.text, { limit: request.limit })
  index.update(request.changed, request.removed)
  return undefined
}
