import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ChangeLabel } from '@shared/model/journal'
import type { WritableDb } from '../../database/handle'
import { change, continueChange } from '../../library/journal'
import { linkTargets, noteLinks } from '../../library/note-links'
import { noteVersions, versionText } from '../../library/note-versions'
import { saveNote } from '../../library/notes'
import { getPapers, paperWithKey } from '../../library/papers'
import type { Context } from '../context'
import { keptBy } from './kept-by'

type Noun =
  `note:${'save' | 'links' | 'targets' | 'find-paper' | 'versions' | 'version' | 'restore'}`

/** Typing in one note counts as one change until this many seconds pass without a word. */
const burstSeconds = 60

/** Notes, what they were before, and how they lead from paper to paper. */
export function noteHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  const about = (kind: ChangeLabel['kind'], paperId: number): ChangeLabel => {
    const paper = getPapers(db(), [paperId])[0]
    if (paper === undefined) throw new AppError('not-found', words.library.noPaper)
    return { kind, count: 1, name: paper.title }
  }
  return {
    'note:save': (note) =>
      continueChange(db(), about('note', note.paperId), burstSeconds, (tx) => {
        if (note.body.trim() !== '') keptBy(context, tx, 'note', [note.paperId])
        return saveNote(tx, note)
      }),
    'note:links': ({ paperId }) => noteLinks(db(), paperId),
    'note:targets': ({ typed }) => linkTargets(db(), typed),
    'note:find-paper': ({ key }) => paperWithKey(db(), key),
    'note:versions': ({ paperId }) => noteVersions(db(), paperId),
    'note:version': ({ paperId, versionId }) => versionText(db(), paperId, versionId),
    'note:restore': ({ paperId, versionId }) => {
      const body = versionText(db(), paperId, versionId)
      const label = about('restore-note', paperId)
      const { revision } = getPapers(db(), [paperId])[0]?.note ?? { revision: 0 }
      return { label: change(db(), label, (tx) => saveNote(tx, { paperId, body, revision })).label }
    }
  }
}
