import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { asLanguage } from '@shared/messages/languages'
import { speak } from '@shared/messages/words'
import type { ReadableDb } from '../../database/handle'
import { libraryFile, openLibraryToRead } from '../../database/open'
import { translateError } from '../../database/translate-error'
import { BibWriter } from '../../export/bibtex'
import { citedPapers } from '../../library/cited-papers'
import { newestRevision } from '../../library/revisions'
import type { WriterCall, WriterData, WriterReply } from './messages'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of a worker thread: it writes a part of the entries of a large library, beside others that write theirs.
const { folder, dialect, options } = workerData as WriterData
let db: ReadableDb | null = null
let scratch = Buffer.alloc(1 << 20)

parentPort?.on('message', (call: WriterCall) => {
  let reply: WriterReply
  try {
    reply = call.kind === 'look' ? look() : write(call.task, call.ids)
  } catch (error) {
    const known = error instanceof AppError ? error : translateError(error, libraryFile(folder))
    const { code, message, detail } = known
    reply = { kind: 'failed', error: { code, message, detail } }
  }
  parentPort?.postMessage(
    reply,
    reply.kind === 'written' ? [reply.bytes.buffer as ArrayBuffer] : []
  )
})

function look(): WriterReply {
  db ??= openLibraryToRead(folder)
  if (db.inTransaction) db.exec('COMMIT')
  db.exec('BEGIN')
  return { kind: 'looked', revision: newestRevision(db) }
}

function write(task: number, ids: Int32Array): WriterReply {
  if (db === null) throw new Error('Nothing was looked at yet.')
  const bib = new BibWriter(dialect, options)
  let end = 0
  for (const paper of citedPapers(db, [...ids])) {
    const text = `\n${bib.entry(paper)}`
    // No letter takes more than three bytes for each unit of UTF-16.
    if (end + text.length * 3 > scratch.length) scratch = grown(scratch, end + text.length * 3)
    end += scratch.write(text, end)
  }
  const bytes = new Uint8Array(end)
  bytes.set(scratch.subarray(0, end))
  return { kind: 'written', task, bytes, macros: bib.macros() }
}

function grown(former: Buffer, least: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(Math.max(least, former.length * 2))
  former.copy(larger)
  return larger
}
