import { z } from 'zod'
import { archiveOutcome } from '../../model/archive-outcome'
import { backup, backupList, restorePlan } from '../../model/backup'
import { nothing } from './common'

/** Of a file among the backups. */
const backupName = z.string().min(1).max(200)

/** Backups, and libraries exported whole. */
export const keeping = {
  'backup:list': { input: nothing, output: backupList },
  /** Makes a backup now. */
  'backup:make': { input: nothing, output: backupList },
  /** What restoring a backup would make of the library. */
  'backup:plan': { input: z.strictObject({ name: backupName }), output: restorePlan },
  /** Puts a backup in the place of the library. Answers the backup that takes this back; null for none. */
  'backup:restore': {
    input: z.strictObject({ name: backupName }),
    output: z.strictObject({ before: backup.nullable() })
  },
  /** Asks for a file and exports the whole library to it; null when the user cancels that. */
  'archive:export': { input: nothing, output: archiveOutcome.nullable() },
  /** Asks for an exported library and opens it: in the present library if that is empty, else in a folder that is asked for. Null when the user cancels either. */
  'archive:open': { input: nothing, output: archiveOutcome.nullable() },
  /** Stops an export or opening that runs. */
  'archive:cancel': { input: nothing, output: nothing }
}
