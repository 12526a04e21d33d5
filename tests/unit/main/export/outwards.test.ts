import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { marked } from 'marked'
import { expect, it } from 'vitest'
import { editors } from '@shared/model/settings'
import { isValidKey } from '@shared/text/citation-key'
import { toBibtex } from '../../../../src/main/export/bibtex'
import { toCslJson } from '../../../../src/main/export/csl-json'
import { formatReferences } from '../../../../src/main/export/csl/format'
import { toMarkdown } from '../../../../src/main/export/markdown'
import { toRis } from '../../../../src/main/export/ris'
import { parseBibtex } from '../../../../src/main/import/bibtex'
import { inserting, openingAt } from '../../../../src/main/latex/editors'
import { activeParts } from '../../../e2e/fixtures/xss'
import { counted } from '../../support/count'
import { hostileTexts } from '../../support/hostile-values'
import { hostileRecords } from './hostile-records'

// What real BibTeX, Biber and pdfLaTeX make of such records, `npm run fuzz:bibtex` sees.
const papers = hostileRecords(300, 20_260_314)
const csl = resolve('resources/csl')
/** Everything hostile that may be put where a key, a title or a path belongs. */
const texts = [...hostileTexts('/outside'), ...papers.map(({ title }) => title)].slice(0, 300)

/** TeX that reads, writes, defines or ends something, once what is typed out letter by letter is gone. */
const acting =
  /\\(?:input|include|openin|openout|read|write|immediate|csname|endcsname|catcode|def|let|directlua|special|loop|bye|end|begin|verb|jobname|usepackage)(?![A-Za-z])/

/** How deep braces stand at the end, and the least they stood at. */
function braces(text: string): { end: number; least: number } {
  let [end, least] = [0, 0]
  for (const [sign] of text.matchAll(/\\[^]|[{}]/g)) {
    if (sign === '{') end++
    else if (sign === '}') least = Math.min(least, --end)
  }
  return { end, least }
}

it.each(['bibtex', 'biblatex'] as const)(
  'entries of %s close what they open and hold no command of their papers',
  (dialect) => {
    for (const paper of papers) {
      const entry = toBibtex([paper], dialect)
      expect(braces(entry.replace(/^%.*$/gm, '')), entry).toEqual({ end: 0, least: 0 })
      expect(
        acting.exec(entry.replace(/^\s*(?:url|file|doi)\s*=.*$/gm, ''))?.[0],
        entry
      ).toBeUndefined()
      expect(entry.match(/^@\w+\{/gm), entry).toHaveLength(1)
    }
    const { digests } = parseBibtex(toBibtex(papers, dialect), 'refs.bib')
    expect(digests.flatMap((digest) => digest.papers)).toHaveLength(papers.length)
  }
)

it('records of RIS are a tag a line, each with one end', () => {
  // Any field may hold the end of a record and the beginning of another.
  const more = ['\r\n', '\n', '\r', '\u2028', '\u0085'].map(
    (end) => `${end}ER  - ${end}TY  - BOOK${end}`
  )
  const broken = papers.map((paper, at) => {
    const text = more[at % more.length] ?? ''
    const added = (former: string): string => `${former}a${text}b`
    return {
      ...paper,
      ...{ title: added(paper.title), abstract: added(paper.abstract), venue: added(paper.venue) },
      ...{ volume: added(paper.volume), issue: added(paper.issue), pages: added(paper.pages) },
      ...{ publisher: added(paper.publisher), language: added(paper.language) },
      note: { ...paper.note, body: added(paper.note.body) },
      tags: paper.tags.map((tag) => ({ ...tag, name: added(tag.name) }))
    }
  })
  const lines = toRis(broken)
    .split(/[\r\n\u2028\u0085]/)
    .filter((line) => line !== '')
  expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([])
  for (const tag of ['TY  - ', 'ER  - '])
    expect(lines.filter((line) => line.startsWith(tag))).toHaveLength(papers.length)
})

it('CSL-JSON is as many items as papers', () => {
  const text = JSON.stringify(papers.map(toCslJson))
  expect(JSON.parse(text)).toHaveLength(papers.length)
})

it('Markdown is a line a paper, and nothing in it acts once it is a page', async () => {
  const text = toMarkdown(papers)
  expect(text.trimEnd().split('\n')).toHaveLength(papers.length)
  expect(activeParts(await marked.parse(text))).toEqual([])
})

it('formatted references hold nothing that acts', async () => {
  const locales = Object.fromEntries(
    readdirSync(resolve(csl, 'locales')).map((name) => [
      name.replace(/^locales-|\.xml$/g, ''),
      readFileSync(resolve(csl, 'locales', name), 'utf8')
    ])
  )
  const style = readFileSync(resolve(csl, 'styles/apa.csl'), 'utf8')
  // A formatter takes its time.
  const items = papers.slice(0, 100).map(toCslJson)
  const html = await formatReferences({ items, style, locales, language: '', format: 'html' })
  expect(html).toHaveLength(items.length)
  expect(activeParts(html.join('\n'))).toEqual([])
})

it('no text that leads out of a folder or means something to a shell is a key', (context) => {
  for (const text of texts) {
    if (!isValidKey(text)) continue
    expect(text).toMatch(/^[A-Za-z0-9][A-Za-z0-9:._+/-]*$/)
    expect(Buffer.byteLength(`${text.replaceAll('/', '_')}.bib`)).toBeLessThanOrEqual(255)
  }
  expect(isValidKey('../x') || isValidKey('-x') || isValidKey('a b') || isValidKey('a\0')).toBe(
    false
  )
  counted(context, texts.length)
})

it('an editor gets a path as one word and a citation as its letters', (context) => {
  expect(texts).toHaveLength(300)
  for (const text of texts)
    for (const editor of editors) {
      const file = `/home/me/${text}`
      const opening = openingAt(editor, { file, line: 1, column: 1 })
      if (opening !== null) {
        expect(opening.args.filter((word) => word.includes(file))).toHaveLength(1)
        expect(opening.args.at(-1)?.startsWith('/')).toBe(true)
        expect(opening.program).toMatch(/^[a-z]+$/)
      }
      let words: string[] = []
      try {
        words = inserting(editor, `\\cite{${text}}`)?.args ?? []
      } catch {
        // It is no citation, and is not handed out at all.
      }
      for (const word of words) expect(word).toMatch(/^[ -~]+$/)
      if (editor === 'emacs' && words.length > 0)
        // One string and nothing behind it: no sign within it ends it.
        expect(words.at(-1)).toMatch(
          /^\(with-current-buffer \(window-buffer \(selected-window\)\) \(insert "(?:\\[\\"]|[^\\"])*"\)\)$/
        )
      if (editor === 'vim' && words.length > 0)
        expect(words.at(-1)).toMatch(/^<C-\\><C-N>a(?:<lt>|[^<])*<Esc>$/)
    }
  counted(context, texts.length)
})
