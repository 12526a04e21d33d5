import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedPaper } from '../../../../../src/main/import/parsed'
import {
  detectBetterBibtexJson,
  parseBetterBibtexJson
} from '../../../../../src/main/import/references/better-bibtex-json'
import { detectCslJson } from '../../../../../src/main/import/references/csl-json'

const seen = new Date('2026-11-23T12:00:00Z')
const samples = resolve('../shared/refs/bbt-export')

describe("Better BibTeX's JSON", () => {
  it.skipIf(!existsSync(samples))('samples hold 152 items, 111 of them with a title', () => {
    const files = readdirSync(samples).filter((name) => name.endsWith('.json'))
    expect(files).toHaveLength(70)
    const papers: ParsedPaper[] = []
    const reasons: string[] = []
    for (const name of files) {
      const text = readFileSync(`${samples}/${name}`, 'utf8')
      expect([detectBetterBibtexJson(text), detectCslJson(text)], name).toEqual([1, 0])
      const { digests, skipped } = parseBetterBibtexJson(text, name, seen)
      const found = digests[0]?.papers ?? []
      for (const { start, end } of found) JSON.parse(text.slice(start, end))
      papers.push(...found)
      reasons.push(...skipped.map(({ reason }) => reason))
    }
    expect([papers.length, reasons.length]).toEqual([151, 1])
    expect(reasons.every((reason) => reason.includes('has no title'))).toBe(true)
    // What has no date there, or only `Forthcoming`; forty are names and nothing else.
    expect(papers.filter(({ says }) => says.issued === undefined)).toHaveLength(45)
  })

  it('says everything the model has a place for', () => {
    const item = {
      ...{ itemType: 'conferencePaper', title: 'On <b>Looms</b>', abstractNote: 'Of looms.' },
      creators: [
        { creatorType: 'author', firstName: 'Vincent', lastName: 'van Gogh' },
        { creatorType: 'author', firstName: 'Martin Luther, Jr.', lastName: 'King' },
        { creatorType: 'author', firstName: 'W.', lastName: '"de la Loom"' },
        { creatorType: 'author', name: 'Loom Group' },
        { creatorType: 'translator', name: 'Nobody' },
        { creatorType: 'editor', firstName: 'E.', lastName: 'Ed' }
      ],
      ...{ date: '3-08-2020', proceedingsTitle: 'Proc. Looms', volume: '3', issue: '2' },
      ...{ pages: '16187-92', publisher: 'Shuttle', DOI: 'doi:10.1000/ABC', language: 'fre' },
      ...{ ISBN: '978-3-16-148410-0 0-306-40615-2', url: 'https://github.com/loom/loom' },
      ...{ tags: [{ tag: 'warp' }, { tag: 'weft', type: 1 }, { tag: 'Warp' }] },
      notes: ['<p>One &amp; <i>two</i></p><ul><li>a</li></ul>', { note: 'Three' }],
      extra: 'Citation Key: weaver2020\narXiv: 2403.01234 [cs.CL]\nPMID: 123\ntex.x= y'
    }
    expect(only(item)).toMatchObject({
      title: 'On Looms',
      says: {
        ...{ type: 'paper-conference', abstract: 'Of looms.', issued: '2020-08-03' },
        ...{ venue: 'Proc. Looms', volume: '3', issue: '2', pages: '16187–16192' },
        ...{ publisher: 'Shuttle', language: 'fr' },
        creators: [
          person('author', 'Gogh', 'Vincent', 'van'),
          person('author', 'King', 'Martin Luther', '', 'Jr.'),
          person('author', 'de la Loom', 'W.'),
          { role: 'author', name: { literal: 'Loom Group' } },
          person('editor', 'Ed', 'E.')
        ],
        identifiers: [
          { scheme: 'doi', value: '10.1000/abc', version: null },
          { scheme: 'isbn', value: '9783161484100', version: null },
          { scheme: 'isbn', value: '0306406152', version: null },
          { scheme: 'arxiv', value: '2403.01234', version: null },
          { scheme: 'pmid', value: '123', version: null }
        ],
        links: [{ kind: 'code', url: 'https://github.com/loom/loom' }]
      },
      ...{ citationKey: 'weaver2020', tags: ['warp', 'weft'] },
      note: 'One & two\n\n- a\n\nThree'
    })
  })

  it('takes its own key before the one in the extra field', () => {
    const extra = ['Citation Key: other']
    expect(only({ title: 'A', citationKey: 'own', extra }).citationKey).toBe('own')
    expect(only({ title: 'A', citekey: 'own', extra }).citationKey).toBe('own')
    expect(only({ title: 'A', extra }).citationKey).toBe('other')
  })

  it('names what has no title, tells what is broken, and keeps the rest', () => {
    const text =
      '{\n"config": {},\n"items": [\n{"itemType": "note", "note": "<p>Hi</p>"},\n' +
      '{"title": "B",},\n{"itemType": "book", "title": "C"}\n]}'
    const { digests, skipped } = parseBetterBibtexJson(text, 'x', seen)
    expect(digests[0]?.papers.map(({ title }) => title)).toEqual(['C'])
    expect(skipped).toMatchObject([
      { line: 4, reason: 'Record 1 (Hi) has no title.' },
      { line: 5, reason: '“B” is not valid JSON.' }
    ])
  })

  it('without items is a problem of the whole file', () => {
    for (const text of ['{}', '{"items": 7}', '{"a": {"items": []}}', ''])
      expect(parseBetterBibtexJson(text, 'x', seen).skipped).toMatchObject([{ line: 0 }])
  })
})

function only(item: object): ParsedPaper {
  const text = JSON.stringify({ config: { localeDateOrder: 'dmy' }, items: [item] })
  const papers = parseBetterBibtexJson(text, 'x', seen).digests[0]?.papers ?? []
  expect(papers).toHaveLength(1)
  return papers[0] as ParsedPaper
}

function person(role: string, family: string, given: string, particle = '', suffix = ''): object {
  return { role, name: { family, given, particle, suffix } }
}
