import { german } from '@shared/messages/formats'
import type { backups as shape } from '../en/backups'
import { papers } from './count'

const { bytes, count, number } = german

export const backups: typeof shape = {
  backups: {
    title: 'Sicherungen',
    open: 'Sicherungen…',
    help: 'Sheaf sichert die Bibliothek von selbst: stündlich, solange sie sich ändert, und beim Beenden. Jede Sicherung wurde geöffnet und geprüft, als sie gemacht wurde. Angehängte Dateien sind nicht darin; sie bleiben im Ordner der Bibliothek.',
    folder: 'Ordner',
    loading: 'Sicherungen werden gesucht…',
    none: 'Es gibt noch keine Sicherung. Die erste wird bald nach dem Start gemacht.',
    columns: {
      at: 'Wann',
      reason: 'Warum',
      papers: 'Papers',
      notes: 'Notizen',
      annotations: 'Annotationen',
      size: 'Größe',
      restore: 'Wiederherstellen'
    },
    reasons: {
      automatic: 'Von selbst',
      'by-hand': 'Von Hand',
      'before-update': 'Vor einer Aktualisierung von Sheaf',
      'before-emptying': 'Vor dem Leeren des Papierkorbs',
      'before-restore': 'Vor einer Wiederherstellung'
    },
    number,
    bytes,
    now: 'Jetzt sichern',
    making: 'Wird gesichert…',
    made: 'Die Bibliothek ist gesichert.',
    restore: 'Wiederherstellen…',
    restoreAt: (at) => `Die Sicherung vom ${at} wiederherstellen`,
    confirm: {
      title: 'Diese Sicherung wiederherstellen',
      back: (at) => `Die Bibliothek wird wieder, was sie am ${at} war.`,
      lost: (n) =>
        n === 1
          ? '1 Paper, das seither kam, wird nicht darin sein.'
          : `${papers(n)}, die seither kamen, werden nicht darin sein.`,
      again: (n) =>
        n === 1
          ? '1 Paper, das seither ging, wird wieder da sein.'
          : `${papers(n)}, die seither gingen, werden wieder da sein.`,
      notes: (n) =>
        n === 1
          ? '1 Notiz wird lauten wie damals.'
          : `${count(n, 'Notiz', 'Notizen')} werden lauten wie damals.`,
      same: 'Sie hat dieselben Papers und Notizen wie jetzt.',
      columns: { what: 'Was', now: 'Jetzt', then: 'Damals' },
      later:
        'Zuerst wird die Bibliothek gesichert, wie sie jetzt ist. Diese Sicherung wiederherzustellen nimmt es zurück. Angehängte Dateien werden nicht angerührt.',
      run: 'Wiederherstellen',
      running: 'Die Sicherung wird geprüft und wiederhergestellt…'
    },
    restored: (at) => `Die Bibliothek ist, wie sie am ${at} war.`,
    undo: 'Zurücknehmen'
  }
}
