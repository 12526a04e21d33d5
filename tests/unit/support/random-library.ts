import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { AppError } from '@shared/ipc/error'
import type { BibSource } from '@shared/model/latex'
import type { WritableDb, JournalledDb } from '../../../src/main/database/handle'
import { column, sql } from '../../../src/main/database/sql'
import { addAnnotation, changeAnnotations } from '../../../src/main/library/annotations'
import { attach, detach, linkFile, storeContent } from '../../../src/main/library/attachments'
import { setCitationKey } from '../../../src/main/library/citation-keys'
import { addToCollection, createCollection } from '../../../src/main/library/collections'
import { addAppearance, addDigest } from '../../../src/main/library/digests'
import { tellApart } from '../../../src/main/library/duplicates'
import { addExtraFields } from '../../../src/main/library/extra-fields'
import { change, undo } from '../../../src/main/library/journal'
import { addLatexProject } from '../../../src/main/library/latex-projects'
import { setLibrarySettings } from '../../../src/main/library/library-settings'
import { mergePapers } from '../../../src/main/library/merge-papers'
import { addNote } from '../../../src/main/library/notes'
import {
  addPaper,
  chooseStatement,
  completePaper,
  markUpdated,
  setState,
  trashPapers
} from '../../../src/main/library/paper-changes'
import { getPapers } from '../../../src/main/library/papers'
import { rememberPlace } from '../../../src/main/library/reading-places'
import { createSavedSearch, moveSavedSearch } from '../../../src/main/library/saved-searches'
import { addSubscription, listSubscriptions } from '../../../src/main/library/subscriptions'
import { saveTagRule } from '../../../src/main/library/tag-rules'
import { addTag, recolourTags, removeTag } from '../../../src/main/library/tags'
import { addToInbox, decide, returnToInbox, triageStates } from '../../../src/main/library/triage'
import { fields } from './library'

/** Something that is done to a library: what, to which of its papers, and with which words. */
export interface Step {
  kind: (typeof kinds)[number]
  n: number
  m: number
  text: string
  other: string
}

const kinds = [
  ...(['paper', 'paper', 'paper', 'complete', 'choose', 'tag', 'tag', 'untag', 'colour'] as const),
  ...(['collection', 'collect', 'search', 'move-search', 'rule', 'note', 'note', 'mark'] as const),
  ...(['mark-pdf', 'attach', 'link', 'detach', 'trash', 'inbox', 'decide', 'star'] as const),
  ...(['read', 'updated', 'key', 'apart', 'digest', 'merge', 'extra', 'place'] as const),
  ...(['project', 'subscribe', 'settings', 'undo'] as const)
] as const

const text = fc.oneof(
  fc.constantFrom(
    ...[
      'Deep learning',
      'ml/theory',
      'Größe',
      '深度学習',
      '🦙 and $x_i$',
      '{\\"o} & <b>',
      'a\u0000b'
    ],
    ...[
      '',
      '  ',
      '..',
      'CON',
      '../../etc/passwd',
      'a/b\\c:d',
      '[[smith2020deep]]',
      '\u202eevil',
      '"\n\r\t'
    ]
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 })
)

/** What makes a library: up to so many steps. */
export function librarySteps(most: number): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      ...{ n: fc.nat(1000), m: fc.nat(1000), text, other: text }
    }),
    { minLength: 1, maxLength: most }
  )
}

/** Does the steps to a library in a folder. What the product refuses is left undone. */
export function takeSteps(db: WritableDb, folder: string, steps: readonly Step[]): void {
  for (const step of steps)
    try {
      take(db, folder, step)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
}

function take(db: WritableDb, folder: string, step: Step): void {
  const { kind, n, m, text, other } = step
  const write = (work: (tx: JournalledDb) => unknown): void => {
    change(db, { kind: 'edit', count: 1, name: '' }, work)
  }
  const one = (table: string, at: number): number => {
    const ids = column<number>(db, { text: `SELECT id FROM ${table} ORDER BY id`, values: [] })
    const id = ids[at % Math.max(1, ids.length)]
    if (id === undefined) throw new AppError('not-found', `no ${table}`)
    return id
  }
  const title = text.replaceAll('\0', '') || 'Untitled'
  const paper = (at = n): number => one('paper', at)
  const acts: Record<Step['kind'], () => void> = {
    paper: () => {
      write((tx) =>
        addPaper(
          tx,
          fields({
            ...{
              title,
              abstract: other,
              venue: text,
              issued: ['', '2024', '2024-03'][n % 3] ?? ''
            },
            type: (['article', 'book', 'paper-conference'] as const)[m % 3] ?? 'article',
            creators: [
              { role: 'author', name: { family: title, given: other, particle: '', suffix: '' } },
              { role: 'editor', name: { literal: `G${text.replaceAll('\0', '')}` } }
            ].slice(0, n % 3) as ReturnType<typeof fields>['creators'],
            identifiers:
              n % 2 === 0 ? [{ scheme: 'arxiv', value: `2401.${String(n)}`, version: 1 }] : [],
            links: m % 2 === 0 ? [{ kind: 'code', url: `https://example.org/${String(n)}` }] : []
          })
        )
      )
    },
    complete: () => {
      write((tx) => {
        completePaper(tx, paper(), { title, venue: other, publisher: text, pages: '1–9' }, text)
      })
    },
    choose: () => {
      const id = paper()
      const statement = getPapers(db, [id])[0]?.statements[0]
      if (statement !== undefined)
        write((tx) => {
          chooseStatement(tx, id, statement.id)
        })
    },
    tag: () => {
      write((tx) => {
        addTag(tx, [paper(), paper(m)], text)
      })
    },
    untag: () => {
      write((tx) => {
        removeTag(tx, [paper()], one('tag', m))
      })
    },
    colour: () => {
      write((tx) => {
        recolourTags(tx, [one('tag', n)], m % 8)
      })
    },
    collection: () => {
      const parentId = n % 2 === 0 ? null : one('collection', m)
      write((tx) => createCollection(tx, { name: text, parentId }))
    },
    collect: () => {
      write((tx) => {
        addToCollection(tx, [paper(m), paper()], one('collection', n))
      })
    },
    search: () => {
      write((tx) => createSavedSearch(tx, { name: text, query: other }))
    },
    'move-search': () => {
      write((tx) => {
        moveSavedSearch(tx, one('saved_search', n), one('saved_search', m))
      })
    },
    rule: () => {
      write((tx) => saveTagRule(tx, { id: null, query: text, tag: other, enabled: n % 2 === 0 }))
    },
    note: () => {
      write((tx) => {
        addNote(tx, paper(), `${text}\n${other}`)
      })
    },
    mark: () => {
      write((tx) =>
        addAnnotation(tx, {
          ...{ paperId: paper(), kind: 'highlight', colour: m % 8, comment: other, tags: [text] },
          target: {
            on: n % 2 === 0 ? 'title' : 'abstract',
            quote: { exact: title, prefix: '', suffix: other },
            position: { start: m, end: m + 1 }
          }
        })
      )
    },
    'mark-pdf': () => {
      const attachmentId = one('attachment', n)
      const [paperId = 0] = column<number>(
        db,
        sql`SELECT paper_id FROM attachment WHERE id = ${attachmentId}`
      )
      write((tx) => {
        const id = addAnnotation(tx, {
          ...{
            paperId,
            kind: m % 2 === 0 ? 'highlight' : 'ink',
            colour: 1,
            comment: text,
            tags: []
          },
          target: {
            ...{ on: 'pdf', attachmentId, page: n, pageLabel: other.slice(0, 9) },
            ...{ rectangles: [[0.1, 2, 1 / 3, 4]], nextRectangles: [], paths: [[1, 2.5, m, 4]] },
            ...{ point: null, anchor: m % 2 === 0 ? null : [1, 2, 3, 4] },
            quote: m % 3 === 0 ? null : { exact: title, prefix: other, suffix: '' },
            position: m % 3 === 0 ? null : { start: n, end: n + m }
          }
        })
        if (id !== null) changeAnnotations(tx, [id], { comment: other })
      })
    },
    attach: () => {
      const content = Buffer.from(`${text}${String(n % 5)}`)
      const name = `${title.replace(/[/\0]/g, '')}${m % 2 === 0 ? '.pdf' : '.TXT'}`
      const file = storeContent(folder, name, content)
      write((tx) => {
        attach(tx, paper(), file)
      })
    },
    link: () => {
      const path = join(folder, `linked ${String(n % 7)}.pdf`)
      writeFileSync(path, `linked ${String(n % 7)}`)
      const file = linkFile(path)
      write((tx) => {
        attach(tx, paper(m), file)
      })
    },
    detach: () => {
      write((tx) => {
        detach(tx, one('attachment', n))
      })
    },
    trash: () => {
      write((tx) => {
        trashPapers(tx, [paper()])
      })
    },
    inbox: () => {
      write((tx) => {
        const now = new Date().toISOString()
        if (triageStates(tx, [paper()]).size > 0) returnToInbox(tx, paper(), now)
        else addToInbox(tx, paper(), now)
      })
    },
    decide: () => {
      write((tx) => {
        decide(tx, [paper()], (['keep', 'dismiss', 'inbox'] as const)[m % 3] ?? 'keep')
      })
    },
    star: () => {
      write((tx) => {
        setState(tx, [paper()], { starred: m % 2 === 0 })
      })
    },
    read: () => {
      write((tx) => {
        setState(tx, [paper()], { read: m % 2 === 0 })
      })
    },
    updated: () => {
      write((tx) => {
        markUpdated(tx, paper(), new Date().toISOString())
      })
    },
    key: () => {
      write((tx) => {
        setCitationKey(tx, paper(), `Key:${String(m)}/a+b`)
      })
    },
    apart: () => {
      const pair = [paper(), paper(m)]
      if (pair[0] !== pair[1])
        write((tx) => {
          tellApart(tx, pair)
        })
    },
    digest: () => {
      write((tx) => {
        const digestId = addDigest(tx, {
          ...{ format: 'paper-dump', source: text, fileName: other, date: '2026-03-14' },
          ...{
            dateInferred: n % 2 === 0,
            contentHash: String(n),
            rawText: `${text}\n${other}`.replaceAll('\0', '')
          }
        })
        for (const [index, paperId] of [...new Set([paper(), paper(m)])].entries())
          addAppearance(tx, {
            ...{ digestId, paperId, position: index + 1, start: 0, end: index },
            ...(n % 3 === 0 ? { votes: n, stars: m } : {})
          })
      })
    },
    merge: () => {
      if (paper() !== paper(m))
        write((tx) => {
          mergePapers(tx, paper(), [paper(m)])
        })
    },
    extra: () => {
      write((tx) => {
        addExtraFields(tx, paper(), { shelf: text, [`x${String(m % 3)}`]: other }, 'refs.bib')
      })
    },
    place: () => {
      rememberPlace(db, (n % 10).toString().repeat(64), {
        ...{ page: m + 1, x: n / 3, y: m, scale: n % 2 === 0 ? 'page-width' : 1.25 },
        ...{ rotation: 90, twoPages: m % 2 === 0 }
      })
    },
    project: () => {
      const kind = (['library', 'tag', 'collection', 'search'] as const)[n % 4] ?? 'library'
      const source: BibSource =
        kind === 'library'
          ? { kind }
          : { kind, id: one(kind === 'search' ? 'saved_search' : kind, m) }
      const path = `/thesis/${String(n)}`
      write((tx) =>
        addLatexProject(tx, {
          path,
          bib: `${path}/refs.bib`,
          dialect: 'biblatex',
          source,
          paused: false
        })
      )
    },
    subscribe: () => {
      const searches = new Set(listSubscriptions(db).map(({ name }) => name))
      const name = `${text.trim().slice(0, 100) || 'A source'} ${String(n)}`
      if (searches.has(name)) return
      write((tx) =>
        addSubscription(tx, {
          ...{ uid: randomUUID(), name, source: { kind: 'crossref', search: name } },
          ...{ every: 24, only: other, byKnown: n % 2 === 0, never: '', paused: false }
        })
      )
    },
    settings: () => {
      setLibrarySettings(db, { style: text.slice(0, 100) })
    },
    undo: () => {
      undo(db)
    }
  }
  acts[kind]()
}
