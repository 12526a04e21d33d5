/** Where the files of the index are, in the folder of the library. They may be deleted at any time. */
export const indexFolder = 'search'
