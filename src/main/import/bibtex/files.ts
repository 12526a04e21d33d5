/**
 * Paths in a `file` field. JabRef and Zotero write `description:path:type`, parted by semicolons, with
 * `\:`, `\;` and `\\` for signs of their own; others write a bare path. A drive's colon (`C:`) is a path's.
 */
export function filesIn(field: string): string[] {
  return split(field.trim(), ';')
    .map((entry) => {
      const parts = split(entry, ':')
      if (parts.length < 3) return unescape(entry)
      const path = parts.slice(1, -1)
      return unescape(path.join(':'))
    })
    .map((path) => path.trim())
    .filter((path) => path !== '' && !/^[a-z][a-z+.-]+:\/\//i.test(path))
}

/** Cuts at a sign that no backslash stands before. */
function split(text: string, sign: string): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '\\') {
      parts.push((parts.pop() ?? '') + letter + (text[at + 1] ?? ''))
      at++
    } else if (letter === sign) parts.push('')
    else parts.push((parts.pop() ?? '') + letter)
  }
  return parts
}

/** `C\:\\papers` as `C:\papers`; Zotero leaves the backslashes of a path alone. */
function unescape(path: string): string {
  return path.replace(/\\([:;\\_{}])/g, '$1')
}
