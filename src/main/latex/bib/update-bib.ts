import { createHash } from 'node:crypto'
import { fits, type FileText } from '../file-text'
import { keysNamedBy, splitBib, type BibItem } from './split-bib'

/** An entry that the file is to hold. `text` begins with its at sign and ends with its brace, lines ended by `\n`. */
export interface WantedEntry {
  paperId: number
  key: string
  text: string
}

/** What Sheaf remembers of an entry that it wrote. */
export interface Remembered {
  paperId: number
  key: string
  /** `hashOf` its text. */
  hash: string
  /** The blank that was put before it, and goes when it goes. */
  lead: string
}

/** What an entry of the file is to Sheaf. */
export type Owner =
  /** Written by Sheaf, and as Sheaf wrote it. */
  | 'ours'
  /** Written by hand. */
  | 'theirs'
  /** Written by Sheaf, and changed by hand since. */
  | 'edited'

export interface FileEntry {
  key: string
  line: number
  owner: Owner
  paperId: number | null
}

export interface BibUpdate {
  /** The file's text as it is to be; the same text where nothing is to be changed. */
  text: string
  /** What is to be remembered of what the new text holds. */
  remembered: Remembered[]
  entries: FileEntry[]
  added: number
  changed: number
  removed: number
  /** Keys of entries that hold letters which the file's encoding has no place for. */
  unwritable: string[]
  /** Line of an entry that does not end; then nothing is changed. */
  brokenAt: number | null
}

interface Edit {
  start: number
  end: number
  text: string
}

/** Sums up an entry, whatever its line ends. */
export function hashOf(entry: string): string {
  return createHash('sha256').update(entry.replaceAll('\r\n', '\n')).digest('hex')
}

/**
 * What becomes of a `.bib` so that it holds the wanted entries, changing nothing but what Sheaf itself
 * wrote: entries it wrote that are no longer wanted go, those that read differently now are replaced where
 * they stand, new ones come at the end. An entry with a wanted key that somebody else wrote stays as it is.
 */
export function updateBib(
  file: FileText,
  wanted: readonly WantedEntry[],
  memory: readonly Remembered[],
  dialect: 'bibtex' | 'biblatex'
): BibUpdate {
  const { text, encoding } = file
  const { items, broken } = splitBib(text, dialect)
  const known = new Map<string, Remembered[]>()
  for (const one of memory) known.set(one.key, [...(known.get(one.key) ?? []), one])
  const wantedByKey = new Map(wanted.map((entry) => [entry.key, entry]))
  const wantedByPaper = new Map(wanted.map((entry) => [entry.paperId, entry]))
  const present = new Set(items.map(({ key }) => key.toLowerCase()))
  const needed = neededByOthers(text, items, known)

  // Where a paper goes by another key now, its entry does too, unless that one is in the file already.
  const isFree = (key: string, item: BibItem): boolean =>
    key.toLowerCase() === item.key.toLowerCase() || !present.has(key.toLowerCase())

  const edits: Edit[] = []
  const remembered: Remembered[] = []
  const entries: FileEntry[] = []
  const done = new Set<string>()
  const unwritable: string[] = []
  let [changed, removed] = [0, 0]
  const removal = new Removal(text, edits)
  for (const item of items) {
    const body = text.slice(item.start, item.end)
    const hash = hashOf(body)
    const of = known.get(item.key)
    const asWanted = wantedByKey.get(item.key)
    const mine = of?.find((one) => one.hash === hash) ?? adopted(asWanted, hash)
    // A second entry with this key is somebody's mistake, and not ours to mend.
    const isFirst = !done.has(item.key.toLowerCase())
    done.add(item.key.toLowerCase())
    const { key, line } = item
    if (mine === undefined || !isFirst) {
      const isEdited = of !== undefined && isFirst && asWanted !== undefined
      const paperId = asWanted?.paperId ?? null
      entries.push({ key, line, owner: isEdited ? 'edited' : 'theirs', paperId })
      if (isEdited) remembered.push(...of)
      continue
    }
    const moved = wantedByPaper.get(mine.paperId)
    const next = asWanted ?? (moved !== undefined && isFree(moved.key, item) ? moved : undefined)
    if (next === undefined) {
      if (needed.has(key)) {
        remembered.push({ ...mine, lead: removal.heir(item, mine.lead) })
        entries.push({ key, line, owner: 'ours', paperId: mine.paperId })
      } else {
        removal.add(item, mine.lead)
        removed++
      }
      continue
    }
    done.add(next.key.toLowerCase())
    entries.push({ key: next.key, line, owner: 'ours', paperId: next.paperId })
    const lead = removal.heir(item, mine.lead)
    if (!fits(next.text, encoding)) {
      unwritable.push(next.key)
      remembered.push({ ...mine, lead })
    } else {
      remembered.push({ ...about(next), lead })
      if (hashOf(next.text) !== hash) {
        const inFile = next.text.replaceAll('\n', encoding.newline)
        edits.push({ start: item.start, end: item.end, text: inFile })
        changed++
      }
    }
  }
  removal.end()
  const updated = applyEdits(text, edits)
  const end: string[] = []
  for (const entry of wanted) {
    if (done.has(entry.key.toLowerCase())) continue
    if (!fits(entry.text, encoding)) {
      unwritable.push(entry.key)
      continue
    }
    const { newline } = encoding
    const endsLine = end.length > 0 || updated.endsWith('\n')
    const lead = end.length === 0 && updated === '' ? '' : endsLine ? newline : newline + newline
    end.push(`${lead}${entry.text.replaceAll('\n', newline)}${newline}`)
    done.add(entry.key.toLowerCase())
    remembered.push({ ...about(entry), lead })
    entries.push({ key: entry.key, line: 0, owner: 'ours', paperId: entry.paperId })
  }
  const result = updated + end.join('')
  const brokenAt = broken[0]?.line ?? null
  const isHeld = brokenAt !== null && result !== text
  return {
    ...{ entries, unwritable, brokenAt: isHeld ? brokenAt : null },
    ...(isHeld
      ? { text, remembered: [...memory], added: 0, changed: 0, removed: 0 }
      : { text: result, remembered, added: end.length, changed, removed })
  }
}

/** As Sheaf would write it, whoever did: after a crash, or in a library that knows nothing of the file. */
function adopted(wanted: WantedEntry | undefined, hash: string): Remembered | undefined {
  return wanted !== undefined && hashOf(wanted.text) === hash
    ? { ...about(wanted), lead: '' }
    : undefined
}

function about({ paperId, key, text }: WantedEntry): Omit<Remembered, 'lead'> {
  return { paperId, key, hash: hashOf(text) }
}

/** Keys that entries written by hand inherit from or refer to. */
function neededByOthers(
  text: string,
  items: readonly BibItem[],
  known: ReadonlyMap<string, readonly Remembered[]>
): Set<string> {
  return new Set(
    items.flatMap(({ key, start, end }) => {
      const body = text.slice(start, end)
      const isOurs = known.get(key)?.some(({ hash }) => hash === hashOf(body)) === true
      return isOurs ? [] : keysNamedBy(body)
    })
  )
}

/**
 * Takes entries out, each with the line it ends and the blank that was put before it. Where the next entry
 * follows at once, it comes to stand behind that blank instead of its own: then nothing is left over, in
 * whatever order they go.
 */
class Removal {
  /** The last one taken out: its blank, while it is not known who comes to stand there. */
  #last: { lead: string; start: number; behind: number } | null = null

  constructor(
    private readonly text: string,
    private readonly edits: Edit[]
  ) {}

  add(item: BibItem, lead: string): void {
    const former = this.#follows(item, lead) ? this.#last : null
    const before = this.heir(item, lead)
    const tail = /^\r?\n/.exec(this.text.slice(item.end, item.end + 2))?.[0].length ?? 0
    this.edits.push({ start: item.start, end: item.end + tail, text: '' })
    this.#last = { lead: before, start: former?.start ?? item.start, behind: item.end + tail }
  }

  /** The blank that an entry which stays stands behind now. */
  heir(item: BibItem, lead: string): string {
    const last = this.#last
    if (last === null || !this.#follows(item, lead)) {
      this.end()
      return lead
    }
    this.edits.push({ start: last.behind, end: item.start, text: '' })
    this.#last = null
    return last.lead
  }

  /** Whether nothing but its own blank stands between an entry and the last one taken out. */
  #follows(item: BibItem, lead: string): boolean {
    const behind = this.#last?.behind
    return (
      behind !== undefined &&
      behind + lead.length === item.start &&
      this.text.startsWith(lead, behind)
    )
  }

  end(): void {
    const last = this.#last
    this.#last = null
    if (last === null || last.lead === '') return
    const from = last.start - last.lead.length
    const isThere = this.text.slice(Math.max(0, from), last.start) === last.lead
    // One line end is a blank line's only where a line has ended before it.
    const isBlank =
      from <= 0 || this.text[from - 1] === '\n' || last.lead.indexOf('\n') < last.lead.length - 1
    if (isThere && isBlank) this.edits.push({ start: from, end: last.start, text: '' })
  }
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0]
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, Math.max(at, edit.start)) + edit.text
    at = Math.max(at, edit.end)
  }
  return result + text.slice(at)
}
