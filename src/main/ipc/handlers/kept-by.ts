import type { KeepingAct } from '@shared/model/triage'
import type { JournalledDb } from '../../database/handle'
import { keepUndecided } from '../../library/triage'
import type { Context } from '../context'

/** Keeps papers of the Inbox by what the user does to them, where the settings say so, and tells the window. */
export function keptBy(
  context: Context,
  tx: JournalledDb,
  act: KeepingAct,
  ids: readonly number[]
): void {
  if (!context.settings.preferences.keptBy.includes(act)) return
  const count = keepUndecided(tx, ids)
  if (count > 0) context.publish('triage:kept', { count, by: act })
}
