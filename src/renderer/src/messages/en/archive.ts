import { english } from '@shared/messages/formats'
import type { ArchiveOutcome, ArchiveProgress } from '@shared/model/archive-outcome'

const { count, number } = english

/** The words of exporting a whole library and of opening one. */
export const archive = {
  archive: {
    exported: ({ fileName, folder, papers, files, missing }: ArchiveOutcome) =>
      `${count(papers, 'paper')} with ${count(files, 'file')} and all that is yours written to ${fileName} in ${folder}.${without(missing)}`,
    opened: ({ fileName, papers, files, missing }: ArchiveOutcome) =>
      `${count(papers, 'paper')} with ${count(files, 'file')} opened from ${fileName}.${without(missing)}`,
    progress: {
      label: ({ stage }: ArchiveProgress) =>
        ({
          files: 'Exporting attached files',
          papers: 'Exporting papers',
          checking: 'Checking the exported library',
          adding: 'Opening the exported library'
        })[stage],
      counts: ({ stage, done, of }: ArchiveProgress) =>
        `${number(done)} of ${count(of, stage === 'files' || stage === 'checking' ? 'file' : 'paper')}`
    }
  }
}

function without(missing: readonly string[]): string {
  const [first] = missing
  if (first === undefined) return ''
  return missing.length === 1
    ? ` The file of “${first}” was missing.`
    : ` ${count(missing.length, 'file')} were missing, “${first}” among them.`
}
