/** The words of the import sheet and of the view of a digest's source. */
export const imports = { imports: {} }
