import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { asLanguage } from '@shared/messages/languages'
import { speak, words } from '@shared/messages/words'
import type { ReadableDb } from '../database/handle'
import { openLibraryToRead } from '../database/open'
import { paperFacts } from '../library/paper-facts'
import { vectorsSince } from '../library/vectors'
import { dimensions, modelName } from '../meaning/name'
import type {
  PictureCalls,
  PictureKind,
  PictureReply,
  PictureRequest,
  PicturesWorkerData
} from './messages'
import { layOut, placeMore, type MeaningBytes } from './places'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the thread that makes what pictures show, with a connection of its own to the library.
const { folder } = workerData as PicturesWorkerData
const lowest = 19

parentPort?.on('message', (request: PictureRequest) => {
  const tell = (reply: PictureReply): void => {
    parentPort?.postMessage(reply)
  }
  const db = openLibraryToRead(folder)
  try {
    tell({ result: answer(db, request, tell) })
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell({ error: { code: 'internal', message: words.window.noPicture, detail } })
  } finally {
    db.close()
  }
})

function answer(
  db: ReadableDb,
  request: PictureRequest,
  tell: (reply: PictureReply) => void
): PictureCalls[PictureKind]['answer'] {
  if (request.kind === 'facts') return paperFacts(db)
  // There, and only there, it is of the thread that asks for it.
  if (process.platform === 'linux') setPriority(lowest)
  const { vectors, former } = request
  if (request.kind === 'place-more')
    return placeMore(request.former, vectors, meaningOf(db, vectors.papers))
  return layOut(vectors, meaningOf(db, vectors.papers), former, (done) => {
    tell({ done })
  })
}

/** The vectors of what papers mean, as far as they were learnt. */
function meaningOf(db: ReadableDb, papers: Int32Array): MeaningBytes | null {
  const wanted = new Set(papers)
  const found = new Map<number, Uint8Array>()
  for (const { paperId, vector } of vectorsSince(db, modelName, 0))
    if (wanted.has(paperId) && vector.length === dimensions) found.set(paperId, vector)
  if (found.size === 0) return null
  const values = new Int8Array(found.size * dimensions)
  for (const [at, vector] of [...found.values()].entries())
    values.set(new Int8Array(vector.buffer, vector.byteOffset, dimensions), at * dimensions)
  return { papers: Int32Array.from(found.keys()), values, width: dimensions }
}
