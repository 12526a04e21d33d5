import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '@shared/model/annotation'
import { defaultSettings } from '@shared/model/default-settings'
import type { Settings } from '@shared/model/settings'
import { answer, type AnnotateRequest } from '../../../../src/main/annotate/request'
import { libraryFile } from '../../../../src/main/database/open'
import { addAnnotation, listAnnotations } from '../../../../src/main/library/annotations'
import { attach, detach, linkFile, storeFile } from '../../../../src/main/library/attachments'
import { change, undo } from '../../../../src/main/library/journal'
import { getPapers } from '../../../../src/main/library/papers'
import { Annotating } from '../../../../src/main/session/annotating'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'
import { pdfOfPages, type Words } from '../../support/pdf'

const lines = [
  'Sheaves glue their local sections in a unique way',
  'and the gluing axiom says that nothing else is asked',
  'Every presheaf has one that is associated with it'
]
const set = (text: readonly string[]): Words[] =>
  text.map((one, index) => ({ text: one, size: 10, x: 72, y: 700 - index * 14 }))
const came: [number, string][] = [
  [
    0,
    '<< /Type /Annot /Subtype /Highlight /Rect [72 682 330 696] /QuadPoints [72 695 330 695 72 682 330 682] /Contents (Axiom) /C [1 0.84 0.2] >>'
  ],
  [0, '<< /Type /Annot /Subtype /Text /Rect [400 690 420 710] /Contents (Why) >>']
]

/** Does in this thread what a worker does in its own. */
function thread(): Worker {
  const events = new EventEmitter()
  return Object.assign(events, {
    postMessage: (request: AnnotateRequest) => {
      void answer(request).then((reply) => events.emit('message', reply))
    },
    terminate: () => Promise.resolve(0)
  }) as unknown as Worker
}

function started(settings: Partial<Settings> = {}) {
  const folder = temporaryFolder()
  const db = newLibrary(folder)
  expect(existsSync(libraryFile(folder))).toBe(true)
  const annotating = new Annotating({
    session: () => ({ db, folder }),
    settings: () => ({ ...defaultSettings, ...settings }),
    spawnWorker: thread
  })
  const paperId = insertPaper(db, { title: 'On Gluing' })
  const file = (name: string, content: Uint8Array): string => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, content)
    return path
  }
  const attached = (path: string, isLinked = false): number => {
    change(db, { kind: 'attach', count: 1, name: '' }, (tx) => {
      attach(tx, paperId, isLinked ? linkFile(path) : storeFile(folder, path))
    })
    return getPapers(db, [paperId])[0]?.attachments.at(-1)?.id ?? 0
  }
  const annotations = (): Annotation[] => listAnnotations(db, { paperId })
  return { db, folder, annotating, paperId, file, attached, annotations }
}

const first = pdfOfPages([set(lines)], { annotations: came })

describe('what a PDF came with', () => {
  it('is taken over once, and undone', async () => {
    const { db, annotating, file, attached, annotations } = started()
    const id = attached(file('paper.pdf', first))
    const before = contentOf(db)
    expect(await annotating.takeOver(id)).toMatchObject({
      ...{ added: 2, known: 0, label: { kind: 'take-over', count: 2, name: 'paper.pdf' } }
    })
    expect(annotations()).toMatchObject([
      { comment: 'Axiom', target: { attachmentId: id, quote: { exact: lines[1] } } },
      { comment: 'Why', kind: 'note' }
    ])
    expect(await annotating.takeOver(id)).toEqual({ label: null, added: 0, known: 2 })
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('is not looked for in a file of another kind, nor in a broken one', async () => {
    const { annotating, file, attached } = started()
    await expect(
      annotating.takeOver(attached(file('data.csv', Buffer.from('a,b'))))
    ).rejects.toThrow(/data\.csv.*no PDF/)
    const broken = attached(file('broken.pdf', Buffer.from('%PDF-1.4 nothing')))
    await expect(annotating.takeOver(broken)).rejects.toThrow(/broken\.pdf/)
  })
})

describe('a file in the place of another', () => {
  const moved = pdfOfPages([set(['A title page']), set(['By Nobody', ...lines])])

  it('has the annotations of the other where their words are now, as one change', async () => {
    const { db, annotating, file, attached, annotations } = started()
    const id = attached(file('paper.pdf', first))
    await annotating.takeOver(id)
    const before = contentOf(db)
    const outcome = await annotating.replace(id, file('second.pdf', moved))
    expect(outcome).toMatchObject({ placed: 2, lost: 0, label: { kind: 'replace-file' } })
    expect(annotations()).toMatchObject([
      { placed: true, target: { attachmentId: id, page: 1, pageLabel: '2' } },
      { placed: true, target: { attachmentId: id, page: 1 } }
    ])
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('keeps what it has no place for, which finds one again in a file that has', async () => {
    const { annotating, file, attached, annotations } = started()
    const id = attached(file('paper.pdf', first))
    await annotating.takeOver(id)
    const other = pdfOfPages([set(['Of something else altogether', 'nothing is said here'])])
    expect(await annotating.replace(id, file('other.pdf', other))).toMatchObject({
      ...{ placed: 0, lost: 2 }
    })
    expect(annotations().map(({ placed, comment }) => [placed, comment])).toEqual([
      [false, 'Axiom'],
      [false, 'Why']
    ])
    expect(await annotating.reanchor(id)).toMatchObject({ label: null, placed: 0, lost: 2 })
    await annotating.replace(id, file('second.pdf', moved))
    expect(annotations().every(({ placed }) => placed)).toBe(true)
  })

  it('is found for what was in a file that is not attached any more', async () => {
    const { db, annotating, file, attached, annotations } = started()
    const id = attached(file('paper.pdf', first))
    await annotating.takeOver(id)
    change(db, { kind: 'detach', count: 1, name: '' }, (tx) => {
      detach(tx, id)
    })
    const next = attached(file('second.pdf', moved))
    expect(await annotating.reanchor(next)).toMatchObject({ placed: 2, lost: 0 })
    expect(annotations()[0]?.target).toMatchObject({ attachmentId: next, page: 1 })
  })

  it('is the linked file itself, when that was written anew', async () => {
    const { annotating, file, attached, annotations } = started()
    const path = file('paper.pdf', first)
    const id = attached(path, true)
    await annotating.takeOver(id)
    expect(await annotating.refresh(id)).toEqual({ label: null, placed: 0, lost: 0 })
    writeFileSync(path, moved)
    expect(await annotating.refresh(id)).toMatchObject({ placed: 2, lost: 0 })
    expect(annotations()[0]?.target).toMatchObject({ attachmentId: id, page: 1 })
  })

  it('is refused where it is attached already, or is no PDF', async () => {
    const { annotating, file, attached } = started()
    const id = attached(file('paper.pdf', first))
    const path = file('second.pdf', moved)
    attached(path)
    await annotating.takeOver(id)
    await expect(annotating.replace(id, path)).rejects.toThrow(/attached to this paper already/)
    await expect(annotating.replace(id, file('x.txt', Buffer.from('x')))).rejects.toThrow(
      /only a PDF/
    )
  })
})

describe('annotations leave the library', () => {
  it('in a copy of the PDF, with the name that the user gave; the file itself stays', async () => {
    const { db, annotating, paperId, file, attached } = started({ annotator: 'Emmy' })
    const path = file('paper.pdf', first)
    const id = attached(path)
    await annotating.takeOver(id)
    change(db, { kind: 'annotate', count: 1, name: '' }, (tx) => {
      addAnnotation(tx, {
        ...{ paperId, kind: 'area', colour: 4, comment: 'Figure', tags: ['Doubt'] },
        target: {
          ...{ on: 'pdf', attachmentId: id, page: 0, pageLabel: '1', nextRectangles: [] },
          ...{ rectangles: [[100, 100, 200, 200]], paths: [], point: null, quote: null },
          ...{ position: null, anchor: null }
        }
      })
    })
    const { bytes, annotations, left } = await annotating.copy(id)
    expect([annotations, left]).toEqual([3, 0])
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('(Emmy)')
    expect(text).toContain('(Doubt)')
    expect(readFileSync(path).equals(Buffer.from(first))).toBe(true)
  })

  it('as Markdown, with quotes, pages and citation keys', async () => {
    const names = ['Claim', '', '', '', '', '', '', '']
    const { annotating, db, paperId, file, attached } = started({ annotationColours: names })
    await annotating.takeOver(attached(file('paper.pdf', first)))
    change(db, { kind: 'annotate', count: 1, name: '' }, (tx) => {
      addAnnotation(tx, {
        ...{ paperId, kind: 'underline', colour: 2, comment: '', tags: ['key step'] },
        target: {
          on: 'abstract',
          quote: { exact: 'a *starred*\nword, $x_1$', prefix: '', suffix: '' },
          position: { start: 0, end: 22 }
        }
      })
    })
    const key = getPapers(db, [paperId])[0]?.citationKey ?? ''
    const { text, annotations, name } = annotating.markdown({ kind: 'papers', ids: [paperId] })
    expect(annotations).toBe(3)
    expect(name).toBe(key)
    expect(text).toBe(`# On Gluing [@${key}]

> a \\*starred\\* word, $x_1$ [@${key}]

#key-step

> ${lines[1] ?? ''} [@${key}, p. 1]

Axiom

Claim

Why [@${key}, p. 1]

Claim
`)
    const query = {
      ...{ text: 'axiom', colours: [], tags: [], kinds: [], paperId: null, unplaced: false }
    }
    expect(annotating.markdown({ kind: 'query', query }).annotations).toBe(1)
  })
})
