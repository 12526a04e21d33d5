/** A link of a page: its half-open range in the page's text, what it reads, and where it leads. */
export interface PageLink {
  start: number
  end: number
  label: string
  url: string
  /** What the page calls it (HTML's `class`); empty where it does not. */
  role: string
}

/** A half-open range of a page's text. */
export interface Range {
  start: number
  end: number
}

/**
 * A page as a reader sees it: lines of text, where its links and its bold words are. Made of HTML, of
 * Markdown or of plain text.
 */
export interface Page {
  text: string
  /** In the order of the text. */
  links: readonly PageLink[]
  /** Headings and bold text. */
  strong: readonly Range[]
  /** The page's own title; empty where it has none. */
  title: string
}
