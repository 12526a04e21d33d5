import type { ImportProgress, ImportReport, SkippedItem } from '@shared/model/import-report'
import { count, longDate, number } from '../count'

/** The words of the import sheet and of the view of a digest's source. */
export const imports = {
  imports: {
    title: 'Import',
    takenBack:
      'Sheaf ended in the middle of an import. What it had added was taken back; import the files again.',
    /** What came of it, in one line. */
    summary: ({ added, merged, unchanged, items, skipped }: ImportReport) => {
      if (items.length === 0) return 'Nothing was imported'
      const lines = skipped.filter(({ line }) => line > 0).length
      const files = skipped.length - lines
      const papers = (n: number, before: number): string =>
        before === 0 ? count(n, 'paper') : number(n)
      const parts = [
        ...(added > 0 ? [`${count(added, 'paper')} added`] : []),
        ...(merged > 0 ? [`${papers(merged, added)} merged with what you had`] : []),
        ...(unchanged > 0 ? [`${papers(unchanged, added + merged)} already in your library`] : []),
        ...(lines > 0 ? [`${count(lines, 'line')} not understood`] : []),
        ...(files > 0 ? [`${count(files, 'file')} not imported`] : [])
      ]
      return parts.join(', ')
    },
    nothingHelp: 'Your library is as it was.',
    undo: 'Undo import',
    loading: 'Opening the digest’s text…',
    digest: 'Digest',
    source: 'Text of the digest',
    papers: 'Papers of this import',
    edit: 'Edit',
    editPaper: (title: string) => `Edit the details of ${title}`,
    status: ({ status, trashed }: Pick<ImportReport['items'][number], 'status' | 'trashed'>) => {
      if (trashed) return 'In the trash'
      return { added: 'New', merged: 'Merged', unchanged: 'Already here' }[status]
    },
    skipped: {
      title: 'Not understood',
      item: ({ file, line }: SkippedItem) => (line === 0 ? file : `${file}, line ${number(line)}`)
    },
    digestName: (source: string, date: string) =>
      date === '' ? source : `${source}, ${longDate(date)}`,
    date: {
      label: 'Date of the digest',
      inferred: '(year inferred from the file’s time)',
      unknown: 'date not known',
      save: 'Save date',
      invalid: 'Enter a whole date: day, month and year.'
    },
    sourceView: {
      paper: 'Paper',
      none: 'Choose a paper',
      previous: 'Previous paper',
      next: 'Next paper'
    },
    progress: {
      label: ({ stage, file }: ImportProgress) =>
        stage === 'reading' ? `Reading ${file}` : 'Adding papers to the library',
      counts: ({ stage, done, of }: ImportProgress) =>
        of === 0 ? '' : `${number(done)} of ${count(of, stage === 'reading' ? 'file' : 'paper')}`
    }
  }
}
