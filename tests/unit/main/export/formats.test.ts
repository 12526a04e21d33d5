import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publisherProfiles } from '@shared/model/publisher-profiles'
import { defaultExportOptions, exportOptions } from '@shared/model/export-options'
import { toBibtex } from '../../../../src/main/export/bibtex'
import { toCslJson } from '../../../../src/main/export/csl-json'
import { checkStyle, formatReferences, styleTitle } from '../../../../src/main/export/csl/format'
import { journalAbbreviation } from '../../../../src/main/export/journal-abbreviation'
import { toMarkdown } from '../../../../src/main/export/markdown'
import { parseCslJson } from '../../../../src/main/import/references/csl-json'
import { authors, makePaper } from './paper-fixture'

const csl = resolve(import.meta.dirname, '../../../../resources/csl')
const styleOf = (name: string): string =>
  readFileSync(resolve(csl, 'styles', `${name}.csl`), 'utf8')
const locales = Object.fromEntries(
  readdirSync(resolve(csl, 'locales')).map((name) => [
    name.replace(/^locales-|\.xml$/g, ''),
    readFileSync(resolve(csl, 'locales', name), 'utf8')
  ])
)
const paper = makePaper({
  ...{ citationKey: 'weber24', type: 'article-journal', title: 'Cloth & <em>Sheaf</em> of BT^2' },
  ...{ venue: 'Annals of Cloth', issued: '2024', volume: '3', issue: '2', pages: '4–9' },
  creators: authors('Weber, Anna', 'van der Berg, Jan'),
  identifiers: [{ scheme: 'doi', value: '10.1000/x', version: null }]
})

describe('formatted references', () => {
  it.each(readdirSync(resolve(csl, 'styles')).map((name) => name.replace('.csl', '')))(
    'in the style %s name author, year and journal',
    async (name) => {
      const request = { items: [toCslJson(paper)], style: styleOf(name), locales, language: '' }
      const [text = '', ...others] = await formatReferences({ ...request, format: 'text' })
      expect(others).toEqual([])
      expect(text).toContain('Weber')
      expect(text).toContain('2024')
      const [html = ''] = await formatReferences({ ...request, format: 'html' })
      expect(html.replace(/<\/?(?:div|i|b|span|sup|sub|em|a)\b[^<>]*>/g, '')).not.toMatch(/<[a-z]/i)
      expect(styleTitle(styleOf(name))).not.toBe('')
    }
  )

  it('take no file for a style that is none, and say which one a dependent style wants', () => {
    expect(() => {
      checkStyle('<html></html>')
    }).toThrow('no CSL style')
    expect(() => {
      checkStyle(
        '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>'
      )
    }).toThrow('http://www.zotero.org/styles/apa')
  })
})

describe('Markdown', () => {
  it('is a list of references with links', () => {
    expect(toMarkdown([paper])).toBe(
      '- Anna Weber and Jan van der Berg (2024). [Cloth & \\<em\\>Sheaf\\</em\\> of BT²](<https://doi.org/10.1000/x>). *Annals of Cloth*, 3(2), 4–9. `weber24`\n'
    )
  })
  it('lets no title begin markup of its own', () => {
    const title = '](javascript:alert(1)) **x** `y` <b>'
    expect(toMarkdown([makePaper({ title })])).toBe(
      '- \\](javascript:alert(1)) \\*\\*x\\*\\* \\`y\\` \\<b\\>. `key`\n'
    )
  })
})

describe('CSL-JSON', () => {
  it('keeps editions, seasons, original dates and translators both ways', () => {
    const extra = [
      ...[
        { name: 'edition', value: '2' },
        { name: 'origdate', value: '1890' }
      ],
      ...[
        { name: 'date', value: '2019-21' },
        { name: 'translator', value: 'Doe, Jane' }
      ],
      { name: 'issn', value: '1234-5678' }
    ]
    const item = toCslJson(makePaper({ issued: '2019', extra }))
    expect(item).toMatchObject({
      ...{ edition: '2', 'original-date': { 'date-parts': [[1890]] }, ISSN: '1234-5678' },
      ...{ issued: { 'date-parts': [[2019]], season: 1 } },
      translator: [{ family: 'Doe', given: 'Jane' }]
    })
    const back = parseCslJson(JSON.stringify([item]), 'x', new Date()).digests[0]?.papers[0]?.extra
    expect(back).toEqual(Object.fromEntries(extra.map(({ name, value }) => [name, value])))
  })
})

describe('names of journals', () => {
  it.each([
    ['Journal of the American Chemical Society', 'J. Am. Chem. Soc.'],
    ['Physical Review Letters', 'Phys. Rev. Lett.'],
    [
      'IEEE Transactions on Pattern Analysis and Machine Intelligence',
      'IEEE Trans. Pattern Anal. Mach. Intell.'
    ],
    ['Annals of Mathematics', 'Ann. Math.'],
    ['Nature', 'Nature'],
    ['Journal of Machine Learning Research', 'J. Mach. Learn. Res.'],
    ['Zeitschrift für Physik', 'Z. Phys.'],
    ['Proceedings of the National Academy of Sciences', 'Proc. Natl. Acad. Sci.'],
    ['The Astrophysical Journal', 'Astrophys. J.']
  ])('%s is %s by ISO 4', (name, short) => {
    expect(journalAbbreviation(name)).toBe(short)
  })
})

describe('publisher profiles', () => {
  it.each(publisherProfiles)('$name exports a whole file', ({ format, options }) => {
    const all = { ...defaultExportOptions, ...options }
    expect(exportOptions.safeParse(all).success).toBe(true)
    const text = toBibtex([{ ...paper, abstract: 'Long.' }], format, all)
    expect(text).toContain('@article{weber24,')
    expect(text).not.toContain('abstract =')
  })
})
