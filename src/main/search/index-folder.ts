/** Where the files of the index are, in the folder of the library. They may be deleted at any time. */
export const indexFolder = 'search'
/** Among them: the text of the pages of attached PDFs, by the sums of the files; the same for any library. */
export const pageFile = 'pages.sqlite'
