/** A run of text as it is set on a page; sizes and places in points, from the lower left corner. */
export interface TextRun {
  text: string
  x: number
  y: number
  size: number
  /** Not set along the line: arXiv's stamp in the margin. */
  rotated: boolean
}

/** Runs that stand on one line beside each other, without what is raised above it. */
export interface PageLine {
  text: string
  x: number
  y: number
  size: number
}

/** The lines of a page, in the order of its text. */
export function linesOfRuns(runs: readonly TextRun[]): PageLine[] {
  const lines: PageLine[] = []
  let end = 0
  for (const run of runs) {
    if (run.rotated || run.text === '') continue
    const last = lines.at(-1)
    const isRaised =
      last !== undefined && run.size < last.size * 0.85 && Math.abs(run.y - last.y) < last.size
    if (isRaised && run.x >= last.x) {
      // Marks of footnotes and affiliations part the words, and say nothing.
      last.text += ' '
      continue
    }
    const isSame =
      last !== undefined &&
      Math.abs(run.y - last.y) < Math.max(2, last.size * 0.4) &&
      run.x >= end - 2
    if (isSame) {
      const isApart = run.x - end > run.size * 0.15 && !/\s$/.test(last.text)
      last.text += (isApart ? ' ' : '') + run.text
    } else if (run.text.trim() !== '')
      lines.push({ text: run.text, x: run.x, y: run.y, size: run.size })
    end = run.x + run.text.length * run.size * 0.45
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}
