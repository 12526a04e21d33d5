import { count } from '../count'

/** The names of everything the user can do, and what is said when it is done. */
export const commands = {
  pastedText: 'pasted text',
  copied: (format: 'bibtex' | 'biblatex' | 'markdown' | 'cite', n: number, text: string) => {
    if (format === 'cite') return `Copied ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`
    const name = { bibtex: 'BibTeX', biblatex: 'BibLaTeX', markdown: 'Markdown' }[format]
    return `Copied ${name} of ${count(n, 'paper')}.`
  },
  exported: ({ fileName, folder, papers }: { fileName: string; folder: string; papers: number }) =>
    `${count(papers, 'paper')} written to ${fileName} in ${folder}.`,
  commands: {
    groups: { library: 'Library', move: 'Moving', paper: 'Papers', view: 'View' },
    titles: {
      import: 'Import files…',
      paste: 'Import pasted text',
      sample: 'Import the sample digest',
      export: 'Export .bib (BibTeX)…',
      exportBiblatex: 'Export .bib (BibLaTeX)…',
      exportCsl: 'Export CSL-JSON…',
      exportRis: 'Export RIS…',
      exportMarkdown: 'Export a list in Markdown…',
      exportFor: (publisher: string) => `Export .bib for ${publisher}…`,
      references: 'Formatted references…',
      copyMarkdown: 'Copy Markdown',
      makeKeys: 'Make citation keys anew…',
      citing: 'Citation keys and export…',
      undo: 'Undo',
      redo: 'Redo',
      next: 'Next paper',
      previous: 'Previous paper',
      selectAll: 'Select all',
      search: 'Search',
      star: 'Star or unstar',
      read: 'Mark read or unread',
      tag: 'Add a tag',
      note: 'Write a note',
      edit: 'Edit details…',
      key: 'Change citation key…',
      copyCite: 'Copy \\cite{…}',
      copyBibtex: 'Copy BibTeX',
      copyBiblatex: 'Copy BibLaTeX',
      openLink: 'Open first link',
      source: 'Show in the digest’s text',
      attach: 'Attach a file…',
      complete: 'Complete from the web…',
      completeAll: 'Complete all incomplete papers from the web…',
      duplicates: 'Find duplicates…',
      merge: 'Merge the selected papers into the current one',
      byMeaning: 'Search by meaning, or by words only',
      related: 'Related papers…',
      relatedToView: 'Papers like those with this tag…',
      relatedToText: 'Papers for a paragraph…',
      seen: 'Mark newer version as seen',
      trash: 'Move to trash',
      restore: 'Restore from trash',
      goTo: (view: string) => `Go to ${view}`,
      toggleSidebar: 'Show or hide the sidebar',
      palette: 'Commands',
      keys: 'Keys',
      settings: 'Settings…'
    }
  },
  exportMenu: {
    selected: (n: number) => `Selected ${count(n, 'paper')}`,
    bibtex: (what: string) => `${what} as BibTeX…`,
    biblatex: (what: string) => `${what} as BibLaTeX…`,
    csl: (what: string) => `${what} as CSL-JSON…`,
    ris: (what: string) => `${what} as RIS…`,
    markdown: (what: string) => `${what} as Markdown…`,
    profile: (what: string, publisher: string) => `${what} for ${publisher}…`,
    references: 'Formatted references…',
    settings: 'Citation keys and export…',
    library: 'Library'
  }
}
