import { german } from '@shared/messages/formats'
import type { archive as shape } from '../en/archive'
import { papers } from './count'

const { count, number } = german

export const archive: typeof shape = {
  archive: {
    exported: ({ fileName, folder, papers: n, files: attached, missing }) =>
      `${papers(n)} mit ${ofFiles(attached)} und allem, was Ihnen gehört, in ${fileName} geschrieben, im Ordner ${folder}.${without(missing)}`,
    opened: ({ fileName, papers: n, files: attached, missing }) =>
      `${papers(n)} mit ${ofFiles(attached)} aus ${fileName} geöffnet.${without(missing)}`,
    progress: {
      label: ({ stage }) =>
        ({
          files: 'Angehängte Dateien werden exportiert',
          papers: 'Papers werden exportiert',
          checking: 'Die exportierte Bibliothek wird geprüft',
          adding: 'Die exportierte Bibliothek wird geöffnet'
        })[stage],
      counts: ({ stage, done, of }) =>
        `${number(done)} von ${stage === 'files' || stage === 'checking' ? ofFiles(of) : papers(of)}`
    }
  }
}

function ofFiles(n: number): string {
  return count(n, 'Datei', 'Dateien')
}

function without(missing: readonly string[]): string {
  const [first] = missing
  if (first === undefined) return ''
  return missing.length === 1
    ? ` Die Datei von „${first}“ fehlte.`
    : ` ${ofFiles(missing.length)} fehlten, darunter „${first}“.`
}
