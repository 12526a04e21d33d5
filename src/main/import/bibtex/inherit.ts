import type { BibEntry } from './scan'

/** Fields that say something of the parent and nothing of the child. */
const own = new Set([
  'crossref',
  'xref',
  'xdata',
  'ids',
  'keywords',
  'abstract',
  'note',
  'doi',
  'url'
])

/** Parents that are the book or the proceedings a child stands in: their title is its booktitle. */
const containers = new Set([
  'book',
  'mvbook',
  'collection',
  'proceedings',
  'mvproceedings',
  'mvcollection'
])

/**
 * Entries with what they inherit by `crossref` and `xdata`, wherever in the file the parent stands:
 * one step, as BibTeX does it, so that parents in a circle do no harm.
 */
export function inherit(entries: readonly BibEntry[]): BibEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]))
  return entries.map((entry) => {
    const keys = [
      ...(entry.fields.get('xdata') ?? '').split(','),
      entry.fields.get('crossref') ?? ''
    ]
    const parents = keys.flatMap((key) => byKey.get(key.trim().toLowerCase()) ?? [])
    if (parents.length === 0) return entry
    const fields = new Map(entry.fields)
    for (const parent of parents)
      for (const [name, value] of handedDown(parent)) if (!fields.has(name)) fields.set(name, value)
    return { ...entry, fields }
  })
}

function handedDown({ type, fields }: BibEntry): [string, string][] {
  return [...fields].flatMap(([name, value]): [string, string][] => {
    if (own.has(name)) return []
    if (!containers.has(type)) return [[name, value]]
    if (name === 'title') return [['booktitle', value]]
    // Who wrote a whole book did not write its chapter.
    return name === 'subtitle' || name === 'author' ? [] : [[name, value]]
  })
}
