import { english } from '@shared/messages/formats'
import type { ImportProgress, ImportReport, SkippedItem } from '@shared/model/import-report'
import type { ImportPlan, PlannedItem } from '@shared/model/import-plan'
import type { FiledUnder } from '@shared/model/import-target'
import type { FormatName } from '@shared/model/kinds'

const { count, longDate, number } = english

const gone = {
  tag: 'The tag they were dropped on is gone; they are imported all the same.',
  collection: 'The collection they were dropped on is gone; they are imported all the same.'
}

/** The words of the import sheet and of the view of a digest's source. */
export const imports = {
  imports: {
    title: 'Import',
    waits: 'This is read when the import before it is done.',
    takenBack:
      'Sheaf ended in the middle of an import. What it had added was taken back; import the files again.',
    /** What came of it, in one line. */
    summary: ({ added, merged, unchanged, dismissed, items, skipped }: ImportReport) => {
      if (items.length === 0) return 'Nothing was imported'
      const lines = skipped.filter(({ line }) => line > 0).length
      const files = skipped.length - lines
      const papers = (n: number, before: number): string =>
        before === 0 ? count(n, 'paper') : number(n)
      const parts = [
        ...(added > 0 ? [`${count(added, 'paper')} added`] : []),
        ...(merged > 0 ? [`${papers(merged, added)} merged with what you had`] : []),
        ...(unchanged > 0 ? [`${papers(unchanged, added + merged)} already in your library`] : []),
        ...(dismissed > 0 ? [`${count(dismissed, 'paper')} dismissed before, left out`] : []),
        ...(lines > 0 ? [`${count(lines, 'line')} not understood`] : []),
        ...(files > 0 ? [`${count(files, 'file')} not imported`] : [])
      ]
      return parts.join(', ')
    },
    /** What its papers are filed under: to come, and done. */
    filing: ({ kind, name }: FiledUnder): string =>
      name === null
        ? gone[kind]
        : {
            tag: `They will get the tag “${name}”.`,
            collection: `They go into the collection “${name}”.`
          }[kind],
    filed: ({ kind, name }: FiledUnder): string =>
      name === null
        ? gone[kind]
        : { tag: `Tagged “${name}”.`, collection: `Added to the collection “${name}”.` }[kind],
    notTaken: (why: string) => `The watched folder’s files were not taken in: ${why}`,
    arrived: ({ added, merged }: ImportReport) =>
      `From the watched folder: ${[
        ...(added > 0 ? [`${count(added, 'paper')} added`] : []),
        ...(merged > 0 ? [`${number(merged)} merged with what you had`] : [])
      ].join(', ')}`,
    nothingHelp: 'Your library is as it was.',
    undo: 'Undo import',
    loading: 'Opening the digest’s text…',
    digest: 'Digest',
    source: 'Text of the digest',
    papers: 'Papers of this import',
    edit: 'Edit',
    editPaper: (title: string) => `Edit the details of ${title}`,
    status: ({
      status,
      trashed,
      triage
    }: Pick<ImportReport['items'][number], 'status' | 'trashed' | 'triage'>): string => {
      if (trashed) return 'In the trash'
      if (triage === 'dismissed') return 'Dismissed before'
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
    review: {
      dismissed: (n: number) =>
        n === 1
          ? 'One of these was dismissed before, and stays away.'
          : `${number(n)} of these were dismissed before, and stay away.`,
      title: ({ added, merged, unchanged }: ImportPlan) => {
        const papers = (n: number, before: number): string =>
          before === 0 ? count(n, 'paper') : number(n)
        const parts = [
          ...(added > 0 ? [count(added, 'new paper')] : []),
          ...(merged > 0 ? [`${papers(merged, added)} to merge with what you have`] : []),
          ...(unchanged > 0 ? [`${papers(unchanged, added + merged)} already in your library`] : [])
        ]
        return parts.length === 0 ? 'Nothing to add' : parts.join(', ')
      },
      add: ({ added, merged, unchanged, filed }: ImportPlan) =>
        added > 0
          ? `Add ${count(added, 'paper')}`
          : merged > 0
            ? `Merge ${count(merged, 'paper')}`
            : unchanged > 0 && filed?.name
              ? `Add to ${filed.name}`
              : 'Done',
      papers: 'Papers to be added',
      status: ({ status, trashed, dismissed, same }: PlannedItem): string => {
        if (status === 'left-out') return 'Left out'
        if (trashed) return 'Stays in the trash'
        if (dismissed) return 'Stays dismissed'
        if (status === 'added') return same === null ? 'New' : 'New, set apart'
        return status === 'merged' ? 'Merges' : 'Already here'
      },
      corrected: 'corrected',
      correct: 'Correct…',
      correctPaper: (title: string) => `Correct what is read of ${title}`,
      leaveOut: 'Leave out',
      takeIn: 'Take in',
      apart: 'Not the same paper',
      together: 'The same paper after all',
      sameAs: (title: string, key: string) => `The same as “${title}” (${key})`,
      apartFrom: (title: string, key: string) => `Not the same as “${title}” (${key})`,
      readAs: 'Read as',
      noFormat: 'no known format',
      pages: (from: number, to: number, of: number) =>
        `Papers ${number(from)} to ${number(to)} of ${number(of)}`,
      previous: 'Previous papers',
      next: 'Next papers',
      keys: 'Enter corrects, x leaves out, n sets apart.',
      formats: {
        'trending-page': 'Trending-papers page',
        'daily-papers': 'Daily papers (JSON)',
        'daily-papers-page': 'Daily papers (saved page)',
        'paper-dump': 'Titles, PDFs and summaries',
        'sheaf-digest': 'Digest made with Sheaf',
        'sheaf-digest-text': 'Digest made with Sheaf, as text',
        'arxiv-mailing': 'arXiv mailing',
        'arxiv-listing': 'arXiv listing',
        feed: 'RSS or Atom feed',
        'json-feed': 'JSON feed',
        opml: 'OPML',
        'scholar-alert': 'Google Scholar alert',
        'semantic-scholar-alert': 'Semantic Scholar alert',
        'paper-links': 'Any text with links to papers',
        bibtex: 'BibTeX or BibLaTeX',
        ris: 'RIS',
        nbib: 'NBIB (MEDLINE)',
        'csl-json': 'CSL-JSON',
        'better-bibtex-json': 'Better BibTeX JSON',
        'endnote-xml': 'EndNote XML',
        'pubmed-xml': 'PubMed XML'
      } satisfies Record<FormatName, string>
    },
    progress: {
      label: ({ stage, file }: ImportProgress) =>
        ({
          reading: `Reading ${file}`,
          comparing: 'Looking for papers you have',
          adding: 'Adding papers to the library'
        })[stage],
      counts: ({ stage, done, of }: ImportProgress) =>
        of === 0 ? '' : `${number(done)} of ${count(of, stage === 'reading' ? 'file' : 'paper')}`
    }
  }
}
