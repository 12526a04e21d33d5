import type { Handlers } from '@shared/ipc/contract'
import { planRestore } from '../../database/backup/compare'
import type { Context } from '../context'

/** Backups of the library, and the way back to one of them. */
export function backupHandlers(
  context: Context
): Pick<Handlers, `backup:${'list' | 'make' | 'plan' | 'restore'}`> {
  return {
    'backup:list': () => context.backups.list(),
    'backup:make': async () => {
      await context.backups.make('by-hand')
      return context.backups.list()
    },
    'backup:plan': ({ name }) => {
      const { db, folder } = context.session()
      return planRestore(db, folder, name)
    },
    'backup:restore': async ({ name }) => ({ before: await context.restore(name) })
  }
}
