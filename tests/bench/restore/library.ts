// Makes a library as years of use leave it, with a backup by hand and what was done since: for npm run bench:restore.
// `index.js CORPUS FOLDER` makes it in FOLDER, which must not be there yet.
import { makeBackup } from '../../../src/main/database/backup/make-backup'
import type { JournalledDb } from '../../../src/main/database/handle'
import { closeLibrary } from '../../../src/main/database/open'
import { addAnnotation } from '../../../src/main/library/annotations'
import { attach, storeContent } from '../../../src/main/library/attachments'
import { change } from '../../../src/main/library/journal'
import { LongChange } from '../../../src/main/library/long-change'
import { addNote } from '../../../src/main/library/notes'
import { trashPapers } from '../../../src/main/library/paper-changes'
import { addTag } from '../../../src/main/library/tags'
import { emptyTrash } from '../../../src/main/library/trash'
import { storeVectors, textsWithoutVector } from '../../../src/main/library/vectors'
import { dimensions, modelName } from '../../../src/main/meaning/name'
import { randomFrom } from '../../unit/support/mutate'
import { pdfDocument } from '../../unit/support/pdf-document'
import { corpusLibrary } from '../corpus-library'
import { corpusPapers } from '../search/corpus'

const papers = 100_000
/** A paper of so many has a note, three annotations and a tag. */
const kept = 10
/** So many have a PDF. */
const files = 20
/** So many papers go after the backup, for good. */
const gone = 5000
/** So many rows are written at a time. */
const slice = 500

const [corpus = '', folder = ''] = process.argv.slice(2)
const random = randomFrom(7)
const all = corpusPapers(corpus, papers)
const ids = all.map(({ id }) => id)
const slices = Array.from({ length: Math.ceil(papers / slice) }, (_, at) =>
  ids.slice(at * slice, (at + 1) * slice)
)
const db = corpusLibrary(all, folder)

inSlices((tx, some) => {
  for (const id of some.filter((one) => one % kept === 0)) {
    addNote(tx, id, `What paper ${String(id)} says.\n\n${'It goes on and on. '.repeat(40)}`)
    addTag(tx, [id], `shelf/${String(id % 97)}`)
    const { title = '' } = all[id - 1] ?? {}
    for (const [at, word] of title.split(' ').slice(0, 3).entries()) annotate(tx, id, at, word)
  }
})
// What papers mean is learnt for hours; what it takes of the disk is the same for any vector.
for (const some of slices)
  storeVectors(
    db,
    modelName,
    textsWithoutVector(db, modelName, some).map(({ id, sum }) => ({ id, sum, vector: direction() }))
  )
change(db, { kind: 'attach', count: files, name: '' }, (tx) => {
  for (const id of ids.slice(0, files)) attach(tx, id, storeContent(folder, nameOf(id), pdfOf(id)))
})
await makeBackup(folder, 'by-hand')

inSlices((tx, some) => {
  for (const id of some.filter((one) => one % kept === 0)) addNote(tx, id, 'Seen once more.')
})
change(db, { kind: 'empty-trash', count: gone, name: '' }, (tx) => {
  trashPapers(tx, ids.slice(0, gone))
  emptyTrash(tx)
})
closeLibrary(db)

function inSlices(write: (tx: JournalledDb, some: readonly number[]) => void): void {
  const long = new LongChange(db)
  for (const some of slices)
    long.slice((tx) => {
      write(tx, some)
    })
  long.finish({ kind: 'note', count: papers / kept, name: '' })
}

function annotate(tx: JournalledDb, paperId: number, at: number, exact: string): void {
  addAnnotation(tx, {
    ...{ paperId, kind: 'highlight', colour: 0, comment: 'To be read again.', tags: [] },
    target: {
      on: 'title',
      quote: { exact, prefix: '', suffix: '' },
      position: { start: at * 8, end: at * 8 + exact.length }
    }
  })
}

/** A vector of length 1. */
function direction(): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

function nameOf(id: number): string {
  return `paper-${String(id)}.pdf`
}

function pdfOf(id: number): Uint8Array {
  const text = `Words on the page of paper ${String(id)}`
  return pdfDocument({ pages: [{ words: [{ text, size: 11, x: 72, y: 700 }] }] })
}
