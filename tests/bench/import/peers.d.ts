declare module '@citation-js/core' {
  /** Parses a text of any format that a plugin knows into CSL-JSON. */
  export const plugins: {
    input: { chain: (text: string, options: { generateGraph: boolean }) => unknown[] }
  }
}
declare module '@citation-js/plugin-bibtex' {
  const nothing: undefined
  export default nothing
}
