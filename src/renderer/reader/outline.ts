import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A line of a document's outline, and where it leads. */
export interface OutlineEntry {
  title: string
  /** 1 for the topmost. */
  level: number
  destination: string | unknown[] | null
}

/** So many lines are shown at most. */
const mostLines = 20_000

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]

/** The outline from top to bottom; empty where there is none, or none that can be read. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const roots = await pdf.getOutline().catch<null>(() => null)
  const lines: OutlineEntry[] = []
  const add = (nodes: readonly Node[], level: number): void => {
    for (const { title, dest, items } of nodes) {
      if (lines.length >= mostLines) return
      lines.push({ title: title.trim().slice(0, 1000), level, destination: dest })
      if (level < 50) add(items as Node[], level + 1)
    }
  }
  add(roots ?? [], 1)
  return lines
}
