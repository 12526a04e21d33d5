import { existsSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { clipboard, type FileFilter } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type { WritableDb } from '../../database/handle'
import { writeFileAtomically } from '../../files/write-file'
import { queryAnnotations } from '../../library/annotation-query'
import {
  addAnnotation,
  changeAnnotations,
  excerptOf,
  getAnnotations,
  listAnnotations,
  paperAnnotations,
  removeAnnotations
} from '../../library/annotations'
import { attachmentFile } from '../../library/attachments'
import { change, continueChange } from '../../library/journal'
import type { Context } from '../context'
import { askWhereToSave } from '../dialogs'

type Noun =
  | `annotation:${'list' | 'of-paper' | 'get' | 'add' | 'change' | 'remove' | 'query'}`
  | `annotation:${'take-over' | 'reanchor' | 'markdown' | 'pdf'}`

/** Typing in one comment counts as one change until this many seconds pass without a word. */
const commentBurstSeconds = 60

/** Marks in titles, abstracts and PDFs. */
export function annotationHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  const about = (kind: ChangeLabel['kind'], ids: readonly number[]): ChangeLabel => {
    const [only] = ids.length === 1 ? getAnnotations(db(), ids) : []
    return { kind, count: ids.length, name: only === undefined ? '' : excerptOf(only) }
  }
  return {
    'annotation:list': (wanted) => listAnnotations(db(), wanted),
    'annotation:of-paper': ({ paperId }) => paperAnnotations(db(), paperId),
    'annotation:get': ({ ids }) => getAnnotations(db(), ids),
    'annotation:query': (query) => queryAnnotations(db(), query),
    'annotation:add': ({ annotations }) => {
      const [first] = annotations
      const name = first !== undefined && annotations.length === 1 ? excerptOf(first) : ''
      const label: ChangeLabel = { kind: 'annotate', count: annotations.length, name }
      const { label: made, value } = change(db(), label, (tx) =>
        annotations.flatMap((annotation) => addAnnotation(tx, annotation) ?? [])
      )
      return { label: made, ids: value }
    },
    'annotation:change': ({ ids, changes }) => {
      const { comment, ...rest } = changes
      const label = about(changes.colour === undefined ? 'annotation' : 'recolour', ids)
      if (comment !== undefined && Object.keys(rest).length === 0)
        return {
          label: continueChange(db(), label, commentBurstSeconds, (tx) => {
            changeAnnotations(tx, ids, changes)
            return label
          })
        }
      return {
        label: change(db(), label, (tx) => {
          changeAnnotations(tx, ids, changes)
        }).label
      }
    },
    'annotation:take-over': ({ attachmentId }) => context.annotating.takeOver(attachmentId),
    'annotation:reanchor': ({ attachmentId }) => context.annotating.reanchor(attachmentId),
    'annotation:markdown': async ({ of, to }) => {
      const { text, annotations, name } = context.annotating.markdown(of)
      if (annotations === 0) throw new AppError('not-found', words.annotations.none)
      if (to === 'clipboard') {
        clipboard.writeText(text)
        return { annotations, fileName: '' }
      }
      const path = await askForFile(context, `${name}.md`, { name: 'Markdown', extensions: ['md'] })
      if (path === null) return null
      writeFileAtomically(path, text)
      return { annotations, fileName: basename(path) }
    },
    'annotation:pdf': async ({ attachmentId }) => {
      const { db, folder } = context.session()
      const original = attachmentFile(db, folder, attachmentId)
      const name = original.name.replace(/\.pdf$/i, '')
      const path = await askForFile(context, `${name} (${words.annotations.annotated}).pdf`, {
        ...{ name: 'PDF', extensions: ['pdf'] }
      })
      if (path === null) return null
      if (existsSync(path) && realpathSync(path) === realpathSync(original.path))
        throw new AppError('invalid-input', words.annotations.original(basename(path)))
      const { bytes, annotations, left } = await context.annotating.copy(attachmentId)
      writeFileAtomically(path, bytes)
      return { annotations, left, fileName: basename(path) }
    },
    'annotation:remove': ({ ids }) => ({
      label: change(db(), about('unannotate', ids), (tx) => {
        removeAnnotations(tx, ids)
      }).label
    })
  }
}

/** Where to write what is exported; null when the user cancels it. */
function askForFile(
  context: Context,
  defaultPath: string,
  filter: FileFilter
): Promise<string | null> {
  return askWhereToSave(context, {
    title: words.dialogs.exportAnnotations,
    defaultPath,
    filters: [filter]
  })
}
