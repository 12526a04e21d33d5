import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type { Paper } from '@shared/model/paper'
import type { JournalledDb, WritableDb } from '../../database/handle'
import { change } from '../../library/journal'
import {
  chooseStatement,
  editByUser,
  markSeen,
  restorePapers,
  setState,
  trashPapers
} from '../../library/paper-changes'
import { planKeys, suggestKey } from '../../library/citation-keys'
import { findDuplicates, tellApart } from '../../library/duplicates'
import { mergePapers } from '../../library/merge-papers'
import { getPapers, getRows } from '../../library/papers'
import { editSeveral, severalPapers } from '../../library/several'
import { decide, keepReturned, undecidedOf } from '../../library/triage'
import { addTag, removeTag, tagName } from '../../library/tags'
import { emptyTrash, trashContent } from '../../library/trash'
import { listPapers } from '../../session/list'
import type { Context } from '../context'
import { keptBy } from './kept-by'

type Noun =
  | `paper:${'list' | 'marks' | 'related' | 'opinion' | 'likeness' | 'rows' | 'get' | 'edit' | 'choose' | 'duplicates' | 'merge' | 'tell-apart' | 'mark-seen' | 'set-state' | 'several' | 'edit-several' | 'trash' | 'restore'}`
  | `trash:${'content' | 'empty'}`
  | `paper:${'set-key' | 'suggest-key' | 'plan-keys' | 'make-keys'}`
  | `triage:${'decide' | 'dismiss-rest'}`
  | `tag:${'add' | 'remove'}`
  | 'search:complete'
  | 'meaning:state'

/** Papers, the search for them, their tags. */
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
    'paper:list': (request) => {
      if (request.query !== '') context.meaning.giveWay()
      return listPapers(context.session(), request, (text) => context.meaning.of(text))
    },
    'paper:marks': ({ query, ids }) => context.session().marks(query, ids),
    'paper:opinion': ({ id }) => context.session().opinion(id),
    'paper:likeness': ({ ids }) => context.session().likeness(ids),
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
        keepReturned(tx, ids)
      }),
    'paper:set-state': ({ ids, starred, read }) => {
      const starring = starred === false ? 'unstar' : 'star'
      const kind = starred === undefined ? (read === false ? 'unread' : 'read') : starring
      return make(about(kind, ids), (tx) => {
        setState(tx, ids, { starred, read })
        if (starred === true) keptBy(context, tx, 'star', ids)
        if (read === true) keepReturned(tx, ids)
      })
    },
    'triage:decide': ({ ids, decision, star }) =>
      make(about(decision === 'inbox' ? 'undecide' : decision, ids), (tx) => {
        decide(tx, ids, decision)
        if (star) setState(tx, ids, { starred: true })
      }),
    'triage:dismiss-rest': ({ digestId }) => {
      const ids = undecidedOf(db(), digestId)
      return make(about('dismiss', ids), (tx) => {
        decide(tx, ids, 'dismiss')
      })
    },
    'paper:several': ({ ids }) => severalPapers(db(), ids),
    'paper:edit-several': ({ ids, edit }) =>
      make(about('edit-several', ids), (tx) => {
        editSeveral(tx, ids, edit)
        if (edit.addTags.length > 0) keptBy(context, tx, 'tag', ids)
      }),
    'trash:content': () => trashContent(db()),
    'trash:empty': async () => {
      await context.backups.before('before-emptying')
      const emptied = change(
        db(),
        (count: number) => ({ kind: 'empty-trash', count, name: '' }),
        (tx) => emptyTrash(tx)
      )
      return { label: emptied.label }
    },
    'paper:trash': ({ ids }) =>
      make(about('trash', ids), (tx) => {
        trashPapers(tx, ids)
      }),
    'paper:restore': ({ ids }) =>
      make(about('restore', ids), (tx) => {
        restorePapers(tx, ids)
      }),
    'paper:set-key': async ({ id, key, rewrite }) =>
      (await context.projects()).setKey(id, key, rewrite),
    'paper:suggest-key': ({ id }) => suggestKey(db(), id),
    'paper:plan-keys': ({ ids }) => planKeys(db(), ids),
    'paper:make-keys': async ({ ids, rewrite }) =>
      (await context.projects()).remakeKeys(ids, rewrite),
    'tag:add': ({ ids, name }) =>
      make(about('tag', ids, name.trim()), (tx) => {
        addTag(tx, ids, name)
        keptBy(context, tx, 'tag', ids)
      }),
    'tag:remove': ({ ids, tagId }) =>
      make(about('untag', ids, tagName(db(), tagId)), (tx) => {
        removeTag(tx, ids, tagId)
      })
  }
}

function onePaper(db: WritableDb, id: number): Paper {
  const paper = getPapers(db, [id])[0]
  if (paper === undefined) throw new AppError('not-found', words.library.noPaper)
  return paper
}
