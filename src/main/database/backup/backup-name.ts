import { backupReasons, type Backup, type BackupReason } from '@shared/model/backup'

/** A backup as its file's name tells of it. */
export type NamedBackup = Omit<Backup, 'bytes'>

// 2026-03-14T09-05-00-000Z.automatic.1204-33-12.0123456789abcdef0123456789abcdef.sqlite
const pattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.([a-z-]+)\.(\d+)-(\d+)-(\d+)\.([0-9a-f]{32})\.sqlite$/

/**
 * The name of a backup's file. It tells all there is to know, so that there is no list beside the files that
 * could be lost or be wrong, and a backup that was copied elsewhere still says what it is.
 */
export function backupName({
  at,
  reason,
  papers,
  notes,
  annotations,
  sum
}: Omit<NamedBackup, 'name'>): string {
  const counts = [papers, notes, annotations].join('-')
  return `${at.replace(/[:.]/g, '-')}.${reason}.${counts}.${sum}.sqlite`
}

/** What a name tells; null for that of a file that is no backup. */
export function readBackupName(name: string): NamedBackup | null {
  const [, day, hour, minute, second, thousandth, word, papers, notes, annotations, sum] =
    pattern.exec(name) ?? []
  const reason = backupReasons.find((one): one is BackupReason => one === word)
  const at = `${String(day)}T${String(hour)}:${String(minute)}:${String(second)}.${String(thousandth)}Z`
  if (reason === undefined || sum === undefined || Number.isNaN(Date.parse(at))) return null
  const counts = {
    papers: Number(papers),
    notes: Number(notes),
    annotations: Number(annotations)
  }
  return { name, at, reason, ...counts, sum }
}
