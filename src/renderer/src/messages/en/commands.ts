import { english } from '@shared/messages/formats'

const { count } = english

/** The names of everything the user can do, and what is said when it is done. */
export const commands = {
  pastedText: 'pasted text',
  copied: (format: 'bibtex' | 'biblatex' | 'cite', n: number, text: string) => {
    if (format === 'cite') return `Copied ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`
    const name = format === 'bibtex' ? 'BibTeX' : 'BibLaTeX'
    return `Copied ${name} of ${count(n, 'paper')}.`
  },
  exported: ({ fileName, folder, papers }: { fileName: string; folder: string; papers: number }) =>
    `${count(papers, 'paper')} written to ${fileName} in ${folder}.`,
  commands: {
    groups: { latex: 'LaTeX', library: 'Library', move: 'Moving', paper: 'Papers', view: 'View' },
    titles: {
      import: 'Import files…',
      paste: 'Import pasted text',
      sample: 'Import the sample digest',
      export: 'Export .bib (BibTeX)…',
      exportBiblatex: 'Export .bib (BibLaTeX)…',
      exportCsl: 'Export CSL-JSON…',
      exportRis: 'Export RIS…',
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
      noteWide: 'Write the note with more room',
      noteHistory: 'Earlier versions of the note…',
      edit: 'Edit details…',
      key: 'Change citation key…',
      copyCite: 'Copy \\cite{…}',
      copyBibtex: 'Copy BibTeX',
      copyBiblatex: 'Copy BibLaTeX',
      openLink: 'Open first link',
      source: 'Show in the digest’s text',
      attach: 'Attach a file…',
      mark: 'Select text of the abstract to mark it',
      takeOver: 'Take over annotations of the PDF',
      replaceFile: 'Replace the PDF with another file…',
      writePdf: 'Save a copy of the PDF with annotations…',
      copyMarkdown: 'Copy annotations as Markdown',
      saveMarkdown: 'Save annotations as Markdown…',
      annotations: 'Go to Annotations',
      complete: 'Complete from the web…',
      completeAll: 'Complete all incomplete papers from the web…',
      duplicates: 'Find duplicates…',
      merge: 'Merge the selected papers into the current one',
      place: 'Open where it was found',
      byMeaning: 'Search by meaning, or by words only',
      related: 'Related papers…',
      relatedToView: 'Papers like those with this tag…',
      relatedToText: 'Papers for a paragraph…',
      linkFolder: 'Link a LaTeX folder…',
      linkFile: 'Link a .tex file…',
      cite: 'Cite papers…',
      citeSelected: 'Put \\cite{…} of the selected papers into the editor',
      writeAll: 'Write every linked .bib now',
      project: (name: string) => `LaTeX project ${name}…`,
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
    library: 'Library'
  }
}
