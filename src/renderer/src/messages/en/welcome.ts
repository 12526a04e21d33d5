import type { ImportOrigin } from '@shared/model/import-origins'

/** What an empty library says: how papers come into it. */
export const welcome = {
  welcome: {
    title: 'A library for what you read',
    help: 'Every paper that a digest names lands here, told apart and searchable as you type. What you keep goes into your .bib under keys that stay.',
    drop: 'Drop digests, reference files, PDFs or whole folders anywhere on this window.',
    dropHelp: (paste: string) => `Or press ${paste} to paste the text of a digest.`,
    sample: 'Try the sample digest',
    open: 'Open a file…',
    elsewhere: 'Coming from somewhere else',
    from: {
      zotero: [
        'Import from Zotero…',
        'In Zotero, choose File, Export Library, and the format Better BibTeX JSON, BibTeX or RIS; with “Export Files” the PDFs come too. Then open that file.'
      ],
      jabref: [
        'Import from JabRef…',
        'Open the .bib file that you work on in JabRef. Keys stay, and files that it links are found.'
      ],
      mendeley: [
        'Import from Mendeley…',
        'In Mendeley, select all, choose File, Export, and BibTeX or RIS. Then open that file.'
      ],
      folder: [
        'Import a folder…',
        'PDFs are known by their first page; digests, .bib and .ris files in it are read too.'
      ]
    } satisfies Record<ImportOrigin, [string, string]>,
    archive: [
      'Open an exported library…',
      'A zip that “Export everything” made comes back with all that was in it.'
    ],
    looked: 'Nothing is added before you have seen it, and one undo takes all of it back.'
  }
}
