import { asLanguage } from '@shared/messages/languages'
import { speak, words } from '@shared/messages/words'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openLibraryToRead } from '../database/open'
import { IndexUnreadable } from './bytes'
import { LibrarySearch } from './library-search'
import type { SearchCall, SearchReply, SearchWorkerData } from './messages'
import { indexFolder } from './index-folder'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the worker thread. It reads the library itself, over a connection of its own: neither
// building nor asking the index ever holds up the main process.
const { folder } = workerData as SearchWorkerData
const db = openLibraryToRead(folder)
// What it reads of the library it reads once: of little use to keep, as the index is what is asked.
db.pragma('cache_size = -2048')
const search = new LibrarySearch(db, join(folder, indexFolder))

parentPort?.on('message', ({ call, request }: SearchCall) => {
  const reply = (result: SearchReply & { ok: true }): void => parentPort?.postMessage(result)
  const fail = (error: unknown): void => {
    // This thread ends with it; the next finds the damage when it loads the index, and builds another.
    if (error instanceof IndexUnreadable) throw error
    const message =
      request.kind === 'catch-up' ? words.window.searchBehind : words.window.notSearched
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    parentPort?.postMessage({
      call,
      ok: false,
      error: { code: 'internal', message, detail }
    } satisfies SearchReply)
  }
  try {
    switch (request.kind) {
      case 'query':
        reply({ call, ok: true, result: search.query(request) })
        break
      case 'marks':
        reply({ call, ok: true, result: search.marks(request.text, request.ids) })
        break
      case 'complete':
        reply({ call, ok: true, result: search.complete(request.field, request.typed) })
        break
      case 'related':
        reply({ call, ok: true, result: search.related(request) })
        break
      case 'opinion':
        search.opinion(request.paperId).then((result) => {
          reply({ call, ok: true, result })
        }, fail)
        break
      case 'by-keeping':
        reply({ call, ok: true, result: search.byKeeping(request.view) })
        break
      case 'unread-files':
        reply({ call, ok: true, result: search.unreadFiles() })
        break
      case 'put-pages':
        search.putPages(request.sha256, request.pages)
        reply({ call, ok: true, result: null })
        break
      case 'answering': {
        const among = request.among === null ? null : new Set(request.among)
        const found = search.answering(request.text)
        const ids = [...found].filter((id) => among?.has(id) !== false)
        reply({ call, ok: true, result: { ids, pending: search.pending } })
        break
      }
      case 'count': {
        const count = search.count(request.text)
        reply({ call, ok: true, result: { count, pending: search.pending } })
        break
      }
      case 'likeness':
        reply({ call, ok: true, result: search.likeness(request.ids) })
        break
      case 'term-vectors':
        search.termVectors(request.papers).then((result) => {
          reply({ call, ok: true, result })
        }, fail)
        break
      case 'rising-terms':
        reply({ call, ok: true, result: search.risingTerms(request) })
        break
      case 'papers-with':
        reply({ call, ok: true, result: search.papersWith(request.word) })
        break
      case 'catch-up':
        search.catchUp().then(() => {
          reply({ call, ok: true, result: null })
        }, fail)
        break
      case 'close':
        search.close().then(() => {
          db.close()
          reply({ call, ok: true, result: null })
        }, fail)
    }
  } catch (error) {
    fail(error)
  }
})
