import { readFileSync } from 'node:fs'
import { parse as retorquere } from '@retorquere/bibtex-parser'
import { parseBibtex } from '../../../src/main/import/bibtex'

/** How many entries of real `.bib` files each of two readers finds, and where they differ. */
export function compareContent(paths: readonly string[]): {
  ours: number
  theirs: number
  differ: string[]
} {
  const result = { ours: 0, theirs: 0, differ: [] as string[] }
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    const ours = parseBibtex(text, path).digests.flatMap(({ papers }) => papers).length
    const theirs = countOf(text)
    result.ours += ours
    result.theirs += theirs
    if (ours < theirs) {
      const name = path.split('/').at(-1) ?? path
      result.differ.push(`${name}: ${String(ours)} / ${String(theirs)}`)
    }
  }
  return result
}

function countOf(text: string): number {
  try {
    return retorquere(text).entries.filter(({ type }) => type !== 'xdata' && type !== 'set').length
  } catch {
    return 0
  }
}
