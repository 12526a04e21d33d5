import type { Handlers } from '@shared/ipc/contract'
import type { ChangeLabel } from '@shared/model/journal'
import type { WritableDb } from '../../database/handle'
import { queryAnnotations } from '../../library/annotation-query'
import {
  addAnnotation,
  changeAnnotations,
  excerptOf,
  getAnnotations,
  listAnnotations,
  removeAnnotations
} from '../../library/annotations'
import { change, continueChange } from '../../library/journal'
import type { Context } from '../context'

type Noun = `annotation:${'list' | 'get' | 'add' | 'change' | 'remove' | 'query'}`

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
    'annotation:remove': ({ ids }) => ({
      label: change(db(), about('unannotate', ids), (tx) => {
        removeAnnotations(tx, ids)
      }).label
    })
  }
}
