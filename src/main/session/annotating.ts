import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Annotation, AnnotationQuery, PdfTarget } from '@shared/model/annotation'
import type { ChangeLabel } from '@shared/model/journal'
import type { Settings } from '@shared/model/settings'
import { ask } from '../annotate/ask'
import type { Anchored, Reanchored } from '../annotate/reanchor'
import type { JournalledDb } from '../database/handle'
import { annotationsAsMarkdown } from '../export/annotations-markdown'
import { queryAnnotations } from '../library/annotation-query'
import {
  addAnnotation,
  getAnnotations,
  listAnnotations,
  looseAnnotations,
  originsOf,
  place
} from '../library/annotations'
import {
  attachmentFile,
  attachmentRow,
  linkFile,
  replaceFile,
  storedPdf,
  storeFile,
  type StoredFile
} from '../library/attachments'
import { change } from '../library/journal'
import { getPapers } from '../library/papers'
import type { LibrarySession } from './session'

const pdf = 'application/pdf'

/** What is annotated needs of those around it. */
interface Surroundings {
  session: () => Pick<LibrarySession, 'db' | 'folder'>
  settings: () => Settings
  spawnWorker: () => Worker
}

/** How many annotations have their place, and how many not. */
interface Outcome {
  label: ChangeLabel | null
  placed: number
  lost: number
}

/** Annotations with the PDFs they are in: read from them, written into copies, found again in others. */
export class Annotating {
  constructor(private readonly around: Surroundings) {}

  /** Adds what a PDF came with, each once. */
  async takeOver(
    attachmentId: number
  ): Promise<{ label: ChangeLabel | null; added: number; known: number }> {
    const { db, folder } = this.around.session()
    const { paperId } = this.#pdf(attachmentId)
    const file = attachmentFile(db, folder, attachmentId)
    const found = await ask(this.around.spawnWorker, 'read', { file })
    const now = new Date().toISOString()
    const { label, value } = change(
      db,
      (added: number) => ({ kind: 'take-over', count: added, name: file.name }),
      (tx) =>
        found.filter(({ kind, colour, comment, target, author, origin, ...dates }) => {
          const made = { paperId, kind, colour, comment, tags: [] }
          const provenance = {
            ...{ author, origin },
            createdAt: dates.createdAt || now,
            modifiedAt: dates.modifiedAt || now
          }
          return addAnnotation(tx, { ...made, target: { ...target, attachmentId } }, provenance)
        }).length
    )
    return { label, added: value, known: found.length - value }
  }

  /** Puts another file in the place of an attachment's, and finds its annotations in that. */
  replace(attachmentId: number, path: string): Promise<Outcome> {
    const { folder } = this.around.session()
    const isLinked = this.around.settings().attaching === 'link'
    return this.#replace(attachmentId, isLinked ? linkFile(path) : storeFile(folder, path))
  }

  /** As `replace`, if a linked file is not what it was. */
  async refresh(attachmentId: number): Promise<Outcome> {
    const { db, folder } = this.around.session()
    const { path, sha256 } = attachmentRow(db, attachmentId)
    if (path === '') return { label: null, placed: 0, lost: 0 }
    attachmentFile(db, folder, attachmentId)
    const file = linkFile(path)
    if (file.sha256 === sha256) return { label: null, placed: 0, lost: 0 }
    return this.#replace(attachmentId, file)
  }

  /** Looks in a PDF for annotations that have no place in it, and for those of files that are gone. */
  async reanchor(attachmentId: number): Promise<Outcome> {
    const { db, folder } = this.around.session()
    const { paperId, name } = this.#pdf(attachmentId)
    const inFile = listAnnotations(db, { paperId, attachmentId }).filter(({ placed }) => !placed)
    const loose = looseAnnotations(db, paperId)
    const former = new Set(loose.map(({ sha256 }) => sha256))
    const [onlyFormer = ''] = former.size === 1 ? former : []
    const found = await ask(this.around.spawnWorker, 'reanchor', {
      file: attachmentFile(db, folder, attachmentId),
      former: fileOf(onlyFormer === '' ? null : storedPdf(folder, onlyFormer), name),
      annotations: anchored([...inFile, ...loose])
    })
    const count = found.placed.length
    const { label } = change(db, { kind: 'reanchor', count, name }, (tx) => {
      settle(tx, attachmentId, { ...found, lost: [] })
    })
    return { label, placed: count, lost: found.lost.length }
  }

  /** A copy of a PDF with its annotations in it; `left` of them have no place in it. */
  async copy(
    attachmentId: number
  ): Promise<{ bytes: Uint8Array; annotations: number; left: number }> {
    const { db, folder } = this.around.session()
    const { paperId } = this.#pdf(attachmentId)
    const { annotator, annotationColours } = this.around.settings()
    const all = listAnnotations(db, { paperId, attachmentId })
    const placed = all.filter((one) => one.placed)
    const origins = originsOf(
      db,
      placed.map(({ id }) => id)
    )
    const annotations = placed.flatMap(({ target, tags, author, ...one }) =>
      target.on === 'pdf'
        ? {
            ...{ ...one, target, author: author === '' ? annotator : author },
            subject: [annotationColours[one.colour] ?? '', ...tags.map(({ name }) => name)]
              .filter((each) => each !== '')
              .join(', '),
            origin: origins.get(one.id) ?? ''
          }
        : []
    )
    const file = attachmentFile(db, folder, attachmentId)
    const bytes = await ask(this.around.spawnWorker, 'write', { file, annotations })
    return { bytes, annotations: placed.length, left: all.length - placed.length }
  }

  /** Annotations of papers, or those that answer a query, as Markdown; and a name for a file of it. */
  markdown(of: { kind: 'papers'; ids: number[] } | { kind: 'query'; query: AnnotationQuery }): {
    text: string
    annotations: number
    name: string
  } {
    const { db } = this.around.session()
    const groups =
      of.kind === 'papers'
        ? of.ids.map((id) => ({ id, annotations: listAnnotations(db, { paperId: id }) }))
        : byPaper(getAnnotations(db, queryAnnotations(db, of.query).ids))
    const held = groups.filter(({ annotations }) => annotations.length > 0)
    const papers = getPapers(
      db,
      held.map(({ id }) => id)
    ).map((paper) => ({
      paper,
      annotations: held.find(({ id }) => id === paper.id)?.annotations ?? []
    }))
    const [only] = papers.length === 1 ? papers : []
    return {
      text: annotationsAsMarkdown(papers, this.around.settings().annotationColours),
      annotations: papers.reduce((sum, { annotations }) => sum + annotations.length, 0),
      name: only?.paper.citationKey.replace(/[^\w.+-]/g, '_') ?? 'annotations'
    }
  }

  async #replace(attachmentId: number, file: StoredFile): Promise<Outcome> {
    const { db, folder } = this.around.session()
    const held = attachmentRow(db, attachmentId)
    const label = { kind: 'replace-file', count: 1, name: held.name } as const
    const all = listAnnotations(db, { paperId: held.paperId, attachmentId })
    if (all.length > 0 && file.mediaType !== pdf)
      throw new AppError('unsupported', words.annotations.onlyPdf(held.name, file.name))
    const found: Reanchored =
      all.length === 0
        ? { placed: [], lost: [] }
        : await ask(this.around.spawnWorker, 'reanchor', {
            file: {
              name: file.name,
              path: file.path || (storedPdf(folder, file.sha256) ?? '')
            },
            former: fileOf(storedPdf(folder, held.sha256), held.name),
            annotations: anchored(all)
          })
    const made = change(db, label, (tx) => {
      // One that was made while the file was read is not placed in it yet.
      const now = listAnnotations(tx, { paperId: held.paperId, attachmentId })
      replaceFile(tx, attachmentId, file)
      const isPlaced = new Set(found.placed.map(({ id }) => id))
      const lost = now.filter(({ id }) => !isPlaced.has(id)).map(({ id }) => id)
      settle(tx, attachmentId, { placed: found.placed, lost }, now)
      return lost.length
    })
    return { label: made.label, placed: found.placed.length, lost: made.value }
  }

  #pdf(attachmentId: number): { paperId: number; name: string } {
    const { paperId, name, mediaType } = attachmentRow(this.around.session().db, attachmentId)
    if (mediaType !== pdf) throw new AppError('unsupported', words.annotations.noPdf(name))
    return { paperId, name }
  }
}

/** Writes new places; what is gone meanwhile is left out. */
function settle(
  tx: JournalledDb,
  attachmentId: number,
  { placed, lost }: Reanchored,
  known: readonly Annotation[] = []
): void {
  const targets = new Map<number, PdfTarget>(placed.map(({ id, target }) => [id, target]))
  const held = new Map(known.map((one) => [one.id, one]))
  const ids = [...targets.keys(), ...lost]
  for (const one of getAnnotations(tx, ids)) {
    const target = targets.get(one.id) ?? held.get(one.id)?.target
    if (target?.on === 'pdf') place(tx, one, { ...target, attachmentId }, targets.has(one.id))
  }
}

function anchored(annotations: readonly Annotation[]): Anchored[] {
  return annotations.flatMap(({ id, target }) => (target.on === 'pdf' ? { id, target } : []))
}

function fileOf(path: string | null, name: string): { name: string; path: string } | null {
  return path === null ? null : { name, path }
}

/** In the order in which they come. */
function byPaper(annotations: readonly Annotation[]): { id: number; annotations: Annotation[] }[] {
  const groups = new Map<number, Annotation[]>()
  for (const one of annotations) {
    const group = groups.get(one.paperId)
    if (group === undefined) groups.set(one.paperId, [one])
    else group.push(one)
  }
  return [...groups].map(([id, own]) => ({ id, annotations: own }))
}
