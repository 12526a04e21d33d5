/** First and last page as the model has them (`379–423`); either may be empty. */
export function pageRange(first: string, last: string): string {
  if (first === '' || last === '' || first === last) return tidyPages(first || last)
  // Some write the whole range into the field for the first page.
  if (/\d\s*[-‐-―−]\s*\p{L}?\d/u.test(first)) return tidyPages(first)
  return `${first}–${completed(first, last)}`
}

/** Page ranges with an en dash, and with last pages in full: `123-9` becomes `123–129`. */
export function tidyPages(pages: string): string {
  return pages
    .slice(0, 500)
    .replace(
      /(\p{L}{0,4}\d+)\s*[-‐-―−]{1,2}\s*(?=\p{L}{0,4}\d)(\p{L}{0,4}\d+)/gu,
      (_, first: string, last: string) => `${first}–${completed(first, last)}`
    )
    .trim()
}

/** A last page that repeats only what differs (`1608-17`, `S12-5`), in full. */
function completed(first: string, last: string): string {
  const isShort = /^\d+$/.test(last) && /\d$/.test(first) && last.length < first.length
  if (!isShort) return last
  const full = first.slice(0, first.length - last.length) + last
  // `98-2` would run backwards: what it means is not known.
  return /^\p{L}*\d+$/u.test(full) &&
    Number(full.replace(/\D/g, '')) > Number(first.replace(/\D/g, ''))
    ? full
    : last
}
