/** Words on a page: their size and place in points, from the lower left corner; `up` sets them up the margin. */
export interface Words {
  text: string
  size: number
  x: number
  y: number
  up?: boolean
}

/** A PDF of one page, as small as one can be, with an information dictionary if a title is given. */
export function pdfOf(words: readonly Words[], title = ''): Uint8Array {
  return pdfOfPages([words], { title })
}

/** A PDF of some pages. Of `annotations`, each is one dictionary, of the page with its number. */
export function pdfOfPages(
  pages: readonly (readonly Words[])[],
  {
    title = '',
    annotations = []
  }: { title?: string; annotations?: [page: number, dict: string][] } = {}
): Uint8Array {
  const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')
  const info = 4
  const firstPage = 5
  const firstAnnotation = firstPage + pages.length * 2
  const kids = pages.map((_, index) => `${String(firstPage + index * 2)} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${escaped(title)}) >>`
  ]
  for (const [index, words] of pages.entries()) {
    const content = words
      .map(({ text, size, x, y, up }) => {
        const matrix =
          up === true ? `0 1 -1 0 ${String(x)} ${String(y)}` : `1 0 0 1 ${String(x)} ${String(y)}`
        return `BT /F1 ${String(size)} Tf ${matrix} Tm (${escaped(text)}) Tj ET`
      })
      .join('\n')
    const own = annotations
      .map(([page], at) => (page === index ? `${String(firstAnnotation + at)} 0 R` : ''))
      .join(' ')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${String(firstPage + index * 2 + 1)} 0 R /Annots [${own}] /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`
    )
  }
  objects.push(...annotations.map(([, dict]) => dict))
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${String(places.length + 1)}\n0000000000 65535 f \n${table}`
  text += `trailer << /Size ${String(places.length + 1)} /Root 1 0 R /Info ${String(info)} 0 R >>\nstartxref\n${String(text.indexOf('xref\n'))}\n%%EOF`
  return Buffer.from(text, 'latin1')
}
