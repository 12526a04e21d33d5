import { createHash } from 'node:crypto'
import { foldTitle } from '@shared/text/fold'
import { contentHashOf } from '../../import/apply'
import type { ParsedDigest, ParsedFile, ParsedPaper } from '../../import/parsed'
import type { CameItem } from '../../library/subscriptions'
import type { FilteredPaper } from './filter-papers'
import { keptPaper } from './held-back'

/** What is left of what came: what has not come before, and passes. */
export interface Sifted {
  files: ParsedFile[]
  items: CameItem[]
}

/**
 * Leaves out what has come before, and holds back what a filter does not let in. A digest of which nothing
 * is left is none; the text of one is cut to what is new in it.
 */
export function sift(
  files: readonly ParsedFile[],
  {
    sourceOf,
    known,
    passing
  }: {
    /** What a digest's source is called. */
    sourceOf: (digest: ParsedDigest) => string
    /** Which of these names came before. */
    known: (names: readonly string[]) => ReadonlySet<string>
    passing: (papers: readonly FilteredPaper[], source: string) => readonly boolean[]
  }
): Sifted {
  const items: CameItem[] = []
  const seen = new Set<string>()
  const sifted = files.map((file) => ({
    ...file,
    digests: file.digests.flatMap((digest) => {
      const source = sourceOf(digest)
      const before = known(digest.papers.map((paper) => nameOf(paper, digest)))
      const fresh = digest.papers.filter((paper) => {
        const name = nameOf(paper, digest)
        if (before.has(name) || seen.has(name)) return false
        seen.add(name)
        return true
      })
      const passes = passing(fresh, source)
      for (const [at, paper] of fresh.entries()) {
        const held = passes[at] !== true
        const { title, says } = paper
        const kept = held ? keptPaper(paper, digest, source) : { title, says }
        items.push({ name: nameOf(paper, digest), held, paper: JSON.stringify(kept) })
      }
      const papers = fresh.filter((_, at) => passes[at] === true)
      return papers.length === 0 ? [] : [ofSource(cut(digest, papers), source)]
    })
  }))
  return { files: sifted.filter(({ digests }) => digests.length > 0), items }
}

/** A digest under the name of who sent it: the same text of another is another digest. */
function ofSource(digest: ParsedDigest, source: string): ParsedDigest {
  if (source === digest.source) return digest
  const hash = createHash('sha256').update(JSON.stringify([source, contentHashOf(digest)]))
  return { ...digest, source, contentHash: hash.digest('hex') }
}

/** What a paper is known again by: an identifier and its version, so that newer versions are news; else its title. */
function nameOf({ title, says }: ParsedPaper, { replaces, date }: ParsedDigest): string {
  const [first] = says.identifiers ?? []
  const own =
    first === undefined
      ? foldTitle(title) || title
      : `${first.scheme}:${first.value}v${String(first.version ?? 0)}`
  // arXiv's announcements of new versions do not name them.
  return replaces === true ? `${own} ${date}` : own
}

/** A digest of some of its papers, with the parts of its text that they are from, where those are apart. */
function cut(digest: ParsedDigest, papers: ParsedPaper[]): ParsedDigest {
  const isApart = papers.every(
    ({ start, end }, at) => end > start && start >= (papers[at - 1]?.end ?? 0)
  )
  if (!isApart || papers.length === digest.papers.length) return { ...digest, papers }
  let rawText = ''
  const moved = papers.map((paper) => {
    const start = rawText.length
    rawText += `${digest.rawText.slice(paper.start, paper.end)}\n\n`
    return { ...paper, start, end: start + paper.end - paper.start }
  })
  return { ...digest, rawText, papers: moved }
}
