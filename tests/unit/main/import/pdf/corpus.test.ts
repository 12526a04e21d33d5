import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { foldTitle } from '@shared/text/fold'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../../src/main/import/read'

const folder = '../shared/refs/pdf'
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : []

/** What Crossref's record says of the article itself, before its references. */
function recordOf(name: string) {
  const xml = readFileSync(`${folder}/${name.replace(/\.pdf$/, '.crossref.xml')}`, 'utf8')
  const article = /<journal_article[^]*?(?=<citation_list|<\/journal_article>)/.exec(xml)?.[0] ?? ''
  const all = (tag: string): string[] =>
    [...article.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((found) =>
      (found[1] ?? '').replace(/&#x([\dA-F]+);/gi, (_, hex: string) =>
        String.fromCodePoint(parseInt(hex, 16))
      )
    )
  return {
    title: all('title')[0] ?? '',
    families: all('surname'),
    doi: name.replace(/^10\.21105\.|\.pdf$/g, '').replace(/^/, '10.21105/')
  }
}

describe.skipIf(names.length === 0)('a PDF of a journal (needs the shared samples)', () => {
  it.each(names)(
    '%s gives title, people and DOI as its publisher registered them',
    async (name) => {
      const [file] = await readSource({ path: `${folder}/${name}`, name })
      const [paper] = file?.digests[0]?.papers ?? []
      const record = recordOf(name)
      expect(foldTitle(paper?.title ?? '')).toBe(foldTitle(record.title))
      expect(paper?.says.identifiers?.map(({ value }) => value)).toEqual([record.doi])
      const families = paper?.says.creators?.map((one) =>
        ('family' in one.name ? one.name.family : one.name.literal).split(' ').at(-1)
      )
      expect(families).toEqual(record.families.map((family) => family.split(' ').at(-1)))
      expect(paper?.file?.bytes.length).toBeGreaterThan(1000)
    }
  )
})
