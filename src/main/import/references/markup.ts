const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' },
  ...{ hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' }
}

/** HTML as plain text: paragraphs, items and breaks on lines of their own, everything else unmarked. */
export function htmlToText(html: string): string {
  return decodeEntities(
    html
      .replace(/\s+/g, ' ')
      .replace(/<li\b[^<>]*>/gi, '\n- ')
      .replace(/<br\b[^<>]*>|<\/(?:div|li|tr)>/gi, '\n')
      .replace(/<\/(?:p|h[1-6]|ul|ol|blockquote|pre|table)>/gi, '\n\n')
      .replace(/<\/?[a-z!][^<>]*>/gi, '')
  )
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[]
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
