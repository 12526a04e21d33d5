import { english } from '@shared/messages/formats'
import type { BackupReason } from '@shared/model/backup'

const { bytes, count, number } = english

const reasons: Record<BackupReason, string> = {
  automatic: 'Automatic',
  'by-hand': 'By hand',
  'before-update': 'Before an update of Sheaf',
  'before-emptying': 'Before emptying the trash',
  'before-restore': 'Before a restore'
}

/** The words of the backups of the library. */
export const backups = {
  backups: {
    title: 'Backups',
    open: 'Backups…',
    help: 'Sheaf backs up the library by itself: every hour while it changes, and when you quit. Each backup was opened and checked when it was made. Attached files are not in it; they stay in the library’s folder.',
    folder: 'Folder',
    loading: 'Looking for backups…',
    none: 'There is no backup yet. The first one is made soon after the start.',
    columns: {
      at: 'When',
      reason: 'Why',
      papers: 'Papers',
      notes: 'Notes',
      annotations: 'Annotations',
      size: 'Size',
      restore: 'Restore'
    },
    reasons,
    number,
    bytes,
    now: 'Back up now',
    making: 'Backing up…',
    made: 'The library is backed up.',
    restore: 'Restore…',
    restoreAt: (at: string) => `Restore the backup of ${at}`,
    confirm: {
      title: 'Restore this backup',
      back: (at: string) => `The library becomes what it was on ${at}.`,
      lost: (n: number) => `${count(n, 'paper')} that came since will not be in it.`,
      again: (n: number) => `${count(n, 'paper')} that went since will be back.`,
      notes: (n: number) => `${count(n, 'note')} will read as ${n === 1 ? 'it' : 'they'} did then.`,
      same: 'It has the same papers and notes as now.',
      columns: { what: 'What', now: 'Now', then: 'Then' },
      later:
        'The library as it is now is backed up first. Restoring that backup takes this back. Attached files are not touched.',
      run: 'Restore',
      running: 'Checking the backup, and restoring…'
    },
    restored: (at: string) => `The library is as it was on ${at}.`,
    undo: 'Take back'
  }
}
