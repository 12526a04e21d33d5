import type { ErrorBody } from '@shared/ipc/error'
import type { TermVectors } from '@shared/model/term-vectors'
import type { Likeness, Opinion } from '@shared/model/taste'
import type { View } from '@shared/model/view'
import type { CompletedField } from '@shared/query/complete'
import type { LibraryAnswer, LibraryQuery } from './library-search'
import type { UnreadFile } from './page-store'
import type { Related, RelatedQuery } from './related'
import type { PaperMarks } from './result'
import type { TermWindows } from './term-vectors'

/** What the worker is started with: the folder of the library. */
export interface SearchWorkerData {
  folder: string
}

/** What the worker is asked, and what it answers. */
export interface SearchCalls {
  query: { request: LibraryQuery; answer: LibraryAnswer }
  /** Where the words of a query stand in some papers. */
  marks: { request: { text: string; ids: readonly number[] }; answer: PaperMarks[] }
  /** Values of a field that begin as typed. */
  complete: { request: { field: CompletedField; typed: string }; answer: string[] }
  related: { request: RelatedQuery; answer: Related[] }
  opinion: { request: { paperId: number }; answer: Opinion }
  /** A view's papers, those first that are likeliest to be kept; null where too little was kept yet. */
  'by-keeping': { request: { view: View }; answer: number[] | null }
  /** Files whose pages are not searched yet. */
  'unread-files': { request: object; answer: UnreadFile[] }
  /** The text of a file's pages; none where it could not be read. */
  'put-pages': { request: { sha256: string; pages: readonly string[] }; answer: null }
  /** Papers that answer a query to the letter; only those among some, if they are given. */
  answering: {
    request: { text: string; among: readonly number[] | null }
    answer: { ids: number[]; pending: number }
  }
  /** How many those are. */
  count: { request: { text: string }; answer: { count: number; pending: number } }
  likeness: { request: { ids: readonly number[] }; answer: Likeness[] }
  /** The terms of the titles and abstracts of papers. */
  'term-vectors': { request: { papers: readonly number[] }; answer: TermVectors }
  /** Terms that papers of the last window have more often than those before; `windowOf` is the window of each of `papers`. */
  'rising-terms': {
    request: { papers: Int32Array; windowOf: Int32Array; windows: number; most: number }
    answer: TermWindows
  }
  /** Papers that have a word in their title or abstract. */
  'papers-with': { request: { word: string }; answer: number[] }
  /** To take in what has changed. */
  'catch-up': { request: object; answer: null }
  /** To save and end. */
  close: { request: object; answer: null }
}

export type SearchKind = keyof SearchCalls
export type SearchRequest = {
  [K in SearchKind]: { kind: K } & SearchCalls[K]['request']
}[SearchKind]

/** A request with a number, which comes back with its answer. */
export interface SearchCall {
  call: number
  request: SearchRequest
}

export type SearchReply =
  | { call: number; ok: true; result: SearchCalls[SearchKind]['answer'] }
  | { call: number; ok: false; error: ErrorBody }
