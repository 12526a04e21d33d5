import type { Handlers } from '@shared/ipc/contract'
import type { ChangeLabel } from '@shared/model/journal'
import type { JournalledDb, WritableDb } from '../../database/handle'
import {
  addToCollection,
  collectionName,
  createCollection,
  deleteCollection,
  moveCollection,
  removeFromCollection,
  renameCollection
} from '../../library/collections'
import { change } from '../../library/journal'
import { getRows } from '../../library/papers'
import {
  createSavedSearch,
  deleteSavedSearch,
  editSavedSearch,
  getSavedSearch,
  moveSavedSearch
} from '../../library/saved-searches'
import {
  deleteTagRule,
  getTagRule,
  listTagRules,
  papersToTag,
  saveTagRule
} from '../../library/tag-rules'
import {
  deleteTags,
  mergeTags,
  recolourTags,
  renameTag,
  tagNamed,
  tagName
} from '../../library/tags'
import { setViewSetting } from '../../library/view-settings'
import { arrange } from '../../session/list'
import type { Context } from '../context'

type Noun =
  | `tag:${'rename' | 'merge' | 'recolour' | 'delete'}`
  | `rule:${'list' | 'preview' | 'save' | 'delete'}`
  | `collection:${'create' | 'rename' | 'move' | 'delete' | 'add' | 'remove'}`
  | `saved:${'create' | 'edit' | 'move' | 'delete' | 'counts'}`
  | `view:${'arrange' | 'fold'}`

/** So many papers of a rule's preview are shown. */
const mostShown = 5

/** What papers are put in order with: tags and the rules that give them, collections, saved searches. */
export function organiseHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  const make = (
    kind: ChangeLabel['kind'],
    name: string,
    write: (tx: JournalledDb) => void,
    count = 1
  ): { label: ChangeLabel | null } => ({ label: change(db(), { kind, count, name }, write).label })
  return {
    'tag:rename': ({ id, name }) =>
      make('tag-rename', tagName(db(), id), (tx) => {
        renameTag(tx, id, name)
      }),
    'tag:merge': ({ ids, intoId }) =>
      make(
        'tag-merge',
        tagName(db(), intoId),
        (tx) => {
          mergeTags(tx, ids, intoId)
        },
        ids.filter((id) => id !== intoId).length
      ),
    'tag:recolour': ({ ids, colour }) =>
      make(
        'tag-colour',
        ids.length === 1 ? tagName(db(), ids[0] ?? 0) : '',
        (tx) => {
          recolourTags(tx, ids, colour)
        },
        ids.length
      ),
    'tag:delete': ({ ids }) =>
      make(
        'tag-delete',
        ids.length === 1 ? tagName(db(), ids[0] ?? 0) : '',
        (tx) => {
          deleteTags(tx, ids)
        },
        ids.length
      ),
    'rule:list': () => listTagRules(db()),
    'rule:preview': async ({ id, query, tag }) => {
      const found = query.trim() === '' ? [] : await context.session().answering(query, null)
      const rule = { id, tagId: tagNamed(db(), tag) }
      const toTag = papersToTag(db(), rule, found)
      const rows = getRows(db(), toTag.slice(-mostShown).reverse(), null)
      return { answering: found.length, toTag: toTag.length, rows }
    },
    'rule:save': async (rule) => {
      const saved = change(db(), { kind: 'rule-edit', count: 1, name: rule.tag }, (tx) =>
        saveTagRule(tx, rule)
      )
      context.session().notice()
      return {
        ...{ label: saved.label, id: saved.value },
        tagged: await context.tagging.apply(saved.value)
      }
    },
    'rule:delete': ({ id }) =>
      make('rule-delete', getTagRule(db(), id).tag, (tx) => {
        deleteTagRule(tx, id)
      }),
    'collection:create': ({ name, parentId, ids = [] }) => {
      const kind = ids.length === 0 ? 'collection-new' : 'collect'
      const count = Math.max(1, ids.length)
      const { label, value } = change(db(), { kind, count, name: name.trim() }, (tx) => {
        const id = createCollection(tx, { name, parentId })
        addToCollection(tx, ids, id)
        return id
      })
      return { label, id: value }
    },
    'collection:rename': ({ id, name }) =>
      make('collection-rename', collectionName(db(), id), (tx) => {
        renameCollection(tx, id, name)
      }),
    'collection:move': ({ id, parentId }) =>
      make('collection-move', collectionName(db(), id), (tx) => {
        moveCollection(tx, id, parentId)
      }),
    'collection:delete': ({ id }) =>
      make('collection-delete', collectionName(db(), id), (tx) => {
        deleteCollection(tx, id)
      }),
    'collection:add': ({ ids, id }) =>
      make(
        'collect',
        collectionName(db(), id),
        (tx) => {
          addToCollection(tx, ids, id)
        },
        ids.length
      ),
    'collection:remove': ({ ids, id }) =>
      make(
        'uncollect',
        collectionName(db(), id),
        (tx) => {
          removeFromCollection(tx, ids, id)
        },
        ids.length
      ),
    'saved:create': ({ name, query }) => {
      const { label, value } = change(
        db(),
        { kind: 'search-new', count: 1, name: name.trim() },
        (tx) => createSavedSearch(tx, { name, query })
      )
      return { label, id: value }
    },
    'saved:edit': ({ id, ...edit }) =>
      make('search-edit', getSavedSearch(db(), id).name, (tx) => {
        editSavedSearch(tx, id, edit)
      }),
    'saved:move': ({ id, beforeId }) =>
      make('search-move', getSavedSearch(db(), id).name, (tx) => {
        moveSavedSearch(tx, id, beforeId)
      }),
    'saved:delete': ({ id }) =>
      make('search-delete', getSavedSearch(db(), id).name, (tx) => {
        deleteSavedSearch(tx, id)
      }),
    'saved:counts': () => context.session().savedCounts(),
    'view:arrange': ({ view, ...how }) => {
      arrange(db(), view, how)
    },
    'view:fold': ({ folded }) => {
      setViewSetting(db(), 'folded', folded)
    }
  }
}
