import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toBibtex } from '../../../../src/main/export/bibtex'
import type { Paper } from '../../../../src/shared/model/paper'
import { makePaper } from './paper-fixture'
import {
  everyTypeAndGap,
  hostilePapers,
  latinTitles,
  paperOfThousands,
  peculiarPeople,
  trendingPapers,
  withKeys
} from './sample-papers'
import { hasProgram, hasTexFile, runBiber, runBibtex } from './tex-run'

const hasLatex = hasProgram('pdflatex')
const hasBibtex = hasLatex && hasProgram('bibtex')
const hasBiber = hasLatex && hasProgram('biber') && hasTexFile('biblatex.sty')
if (!hasBibtex) console.warn('Exports are not compiled with BibTeX: pdflatex or bibtex is absent.')
if (!hasBiber) console.warn('Exports are not compiled with Biber: biber or biblatex is absent.')

const styles = ['plain', 'alpha', 'unsrt', 'abbrv', 'IEEEtran', 'acm', 'siam'].filter(
  (style) => hasBibtex && hasTexFile(`${style}.bst`)
)
const page = resolve(
  import.meta.dirname,
  '../../../../../shared/digests/trending-papers-mar-14.txt'
)

const collections: Record<string, () => Paper[]> = {
  'a page of trending papers': () => trendingPapers(68),
  'every type, whole and with gaps': everyTypeAndGap,
  'titles in many hands': () =>
    withKeys(latinTitles.map((title) => makePaper({ title, abstract: title }))),
  'peculiar names': peculiarPeople,
  'hostile text in every field': hostilePapers,
  ...(existsSync(page) ? { 'the page that researchers saved': savedPage } : {})
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-compile-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(Object.entries(collections))('%s', (name, papersOf) => {
  it.skipIf(!hasBibtex).each(styles)(
    'compiles without a warning under BibTeX with %s',
    (style) => {
      const papers = papersOf()
      const place = join(folder, `${name}-${style}`.replaceAll(' ', '-'))
      const { codes, blg, bbl, log } = runBibtex(place, toBibtex(papers, 'bibtex'), style)
      expect(problemsIn(blg)).toEqual([])
      expect(log.split('\n').filter((line) => line.startsWith('!'))).toEqual([])
      expect(codes).toEqual([0, 0, 0])
      expect(bbl.match(/\\bibitem/g)).toHaveLength(papers.length)
      expect(log).not.toContain('CANARY')
      expect(readdirSync(place).filter((file) => file.startsWith('pwned'))).toEqual([])
    },
    120_000
  )

  it.skipIf(!hasBiber)(
    'compiles without a warning under Biber',
    () => {
      const papers = papersOf()
      const place = join(folder, `${name}-biber`.replaceAll(' ', '-'))
      const { codes, blg, bbl, log } = runBiber(place, toBibtex(papers, 'biblatex'))
      expect(problemsIn(blg)).toEqual([])
      expect(log.split('\n').filter((line) => line.startsWith('!'))).toEqual([])
      expect(codes).toEqual([0, 0, 0])
      expect(bbl.match(/\\entry\{/g)).toHaveLength(papers.length)
      expect(log).not.toContain('CANARY')
      expect(readdirSync(place).filter((file) => file.startsWith('pwned'))).toEqual([])
    },
    180_000
  )
})

it.skipIf(!hasBibtex)('BibTeX has room for as many authors as are written', () => {
  const { codes, blg, bbl } = runBibtex(
    join(folder, 'many'),
    toBibtex(paperOfThousands(), 'bibtex'),
    'plain'
  )
  expect(problemsIn(blg)).toEqual([])
  expect(codes).toEqual([0, 0, 0])
  expect(bbl).toContain('et~al')
})

/** Lines of BibTeX's or Biber's protocol that tell of anything but success; its count of calls is none. */
function problemsIn(blg: string): string[] {
  return blg
    .split('\n')
    .filter((line) => !/^\S+\$ -- \d+$/.test(line))
    .filter((line) => /warn|error|repeated|exceeded|^I /i.test(line))
}

/** Titles and abstracts as they stand in the page, read when the test runs. */
function savedPage(): Paper[] {
  const lines = readFileSync(page, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => /^[A-Z][a-z]{2} \d{1,2}$/.test(line)) + 1
  const papers: Paper[] = []
  for (let i = first; i + 1 < lines.length; i += 2)
    papers.push(makePaper({ title: lines[i] ?? '', abstract: lines[i + 1] ?? '' }))
  return withKeys(papers)
}
