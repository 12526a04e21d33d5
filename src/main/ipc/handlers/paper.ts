import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import type { ChangeLabel } from '@shared/model/journal'
import type { Paper } from '@shared/model/paper'
import type { JournalledDb, WritableDb } from '../../database/handle'
import { change, continueChange } from '../../library/journal'
import { saveNote } from '../../library/notes'
import {
  chooseStatement,
  editByUser,
  markSeen,
  restorePapers,
  setState,
  trashPapers
} from '../../library/paper-changes'
import { planKeys, remakeKeys, setCitationKey, suggestKey } from '../../library/citation-keys'
import { findDuplicates, tellApart } from '../../library/duplicates'
import { mergePapers } from '../../library/merge-papers'
import { getPapers, getRows } from '../../library/papers'
import { addTag, removeTag, tagName } from '../../library/tags'
import { listPapers } from '../../session/list'
import type { Context } from '../context'

type Noun =
  | `paper:${'list' | 'marks' | 'related' | 'opinion' | 'rows' | 'get' | 'edit' | 'choose' | 'duplicates' | 'merge' | 'tell-apart' | 'mark-seen' | 'set-state' | 'trash' | 'restore'}`
  | `paper:${'set-key' | 'suggest-key' | 'plan-keys' | 'make-keys'}`
  | `tag:${'add' | 'remove'}`
  | 'note:save'
  | 'search:complete'
  | 'meaning:state'

/** Typing in one note counts as one change until this many seconds pass without a word. */
const noteBurstSeconds = 60

/** Papers, the search for them, their tags and notes. */
export function paperHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  const make = (
    label: ChangeLabel,
    write: (tx: JournalledDb) => void
  ): { label: ChangeLabel | null } => ({ label: change(db(), label, write).label })
  const titleOf = (id: number): string => onePaper(db(), id).title
  const about = (kind: ChangeLabel['kind'], ids: readonly number[], name = ''): ChangeLabel => ({
    ...{ kind, count: ids.length },
    name: name === '' && ids.length === 1 ? titleOf(ids[0] ?? 0) : name
  })
  return {
    'paper:list': (request) =>
      listPapers(context.session(), request, (text) => context.meaning.of(text)),
    'paper:marks': ({ query, ids }) => context.session().marks(query, ids),
    'paper:opinion': ({ id }) => context.session().opinion(id),
    'meaning:state': () => context.meaning.state,
    'search:complete': ({ field, typed }) => context.session().complete(field, typed),
    'paper:related': async (query) => {
      const meaning = query.to.kind === 'text' ? await context.meaning.of(query.to.text) : null
      const found = await context.session().related({ ...query, meaning })
      const rows = new Map(
        getRows(
          db(),
          found.map(({ id }) => id),
          null
        ).map((row) => [row.id, row])
      )
      return found.flatMap(({ id, score, why }) => {
        const row = rows.get(id)
        return row === undefined ? [] : [{ row, score, why }]
      })
    },
    'paper:rows': ({ ids, digestId }) => getRows(db(), ids, digestId),
    'paper:get': ({ id }) => onePaper(db(), id),
    'paper:edit': ({ id, fields }) =>
      make(about('edit', [id]), (tx) => {
        editByUser(tx, id, fields)
      }),
    'paper:choose': ({ id, statementId }) =>
      make(about('choose', [id]), (tx) => {
        chooseStatement(tx, id, statementId)
      }),
    'paper:duplicates': () => findDuplicates(db()),
    'paper:merge': ({ groups }) =>
      make(
        about(
          'merge',
          groups.flatMap(({ keep, others }) => [keep, ...others])
        ),
        (tx) => {
          for (const { keep, others } of groups) mergePapers(tx, keep, others)
        }
      ),
    'paper:tell-apart': ({ ids }) =>
      make(about('apart', ids), (tx) => {
        tellApart(tx, ids)
      }),
    'paper:mark-seen': ({ ids }) =>
      make(about('seen', ids), (tx) => {
        markSeen(tx, ids)
      }),
    'paper:set-state': ({ ids, starred, read }) => {
      const starring = starred === false ? 'unstar' : 'star'
      const kind = starred === undefined ? (read === false ? 'unread' : 'read') : starring
      return make(about(kind, ids), (tx) => {
        setState(tx, ids, { starred, read })
      })
    },
    'paper:trash': ({ ids }) =>
      make(about('trash', ids), (tx) => {
        trashPapers(tx, ids)
      }),
    'paper:restore': ({ ids }) =>
      make(about('restore', ids), (tx) => {
        restorePapers(tx, ids)
      }),
    'paper:set-key': ({ id, key }) =>
      make(about('key', [id], key), (tx) => {
        setCitationKey(tx, id, key)
      }),
    'paper:suggest-key': ({ id }) => suggestKey(db(), id),
    'paper:plan-keys': ({ ids }) => planKeys(db(), ids),
    'paper:make-keys': ({ ids }) =>
      make(about('keys', ids), (tx) => {
        remakeKeys(tx, ids)
      }),
    'tag:add': ({ ids, name }) =>
      make(about('tag', ids, name.trim()), (tx) => {
        addTag(tx, ids, name)
      }),
    'tag:remove': ({ ids, tagId }) =>
      make(about('untag', ids, tagName(db(), tagId)), (tx) => {
        removeTag(tx, ids, tagId)
      }),
    'note:save': (note) =>
      continueChange(db(), about('note', [note.paperId]), noteBurstSeconds, (tx) =>
        saveNote(tx, note)
      )
  }
}

function onePaper(db: WritableDb, id: number): Paper {
  const paper = getPapers(db, [id])[0]
  if (paper === undefined)
    throw new AppError('not-found', 'This paper is no longer in the library.')
  return paper
}
