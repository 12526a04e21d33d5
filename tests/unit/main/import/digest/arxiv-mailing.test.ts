import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  detectArxivMailing,
  parseArxivMailing
} from '../../../../../src/main/import/digest/arxiv-mailing'
import { trendingPage } from '../../../support/digest-text'

const shared = resolve('../shared/digests')
const seen = new Date('2026-11-24T12:00:00Z')
const rule = '-'.repeat(78)

function record(head: string[], abstract: string[] | null, id: string): string[] {
  const tail = abstract === null ? [] : ['\\\\', ...abstract.map((line) => `  ${line}`)]
  return ['\\\\', ...head, ...tail, `\\\\ ( https://arxiv.org/abs/${id} ,  14kb)`]
}

const mailing = [
  ...['Date: Fri,  9 Jan 26 00:44:20 GMT', 'Subject: math.AG daily Subj-class mailing', '', rule],
  ...record(
    [
      'arXiv:2601.01234',
      'Date: Wed, 7 Jan 2026 18:23:40 GMT   (14kb,D)',
      '',
      'Title: Sheaves over Looms and the Cohomology of',
      '  Woven Spaces',
      'Authors: Ngozi Okafor (University of Weaving, Department of Looms), Ada van der Berg and',
      '  Per Lindstr\\"om',
      'Categories: math.AG math.AT',
      'Comments: 12 pages, code at https://github.com/sheaf-sample/looms.',
      'Journal-ref: J. Weav. 3 (2026)',
      'DOI: 10.5555/JW.2026.3'
    ],
    ['We show that looms have', 'cohomology. The proof is short.'],
    '2601.01234'
  ),
  rule,
  ...record(
    ['arXiv:2601.00002 (*cross-listing*)', 'Date: Tue, 6 Jan 2026 10:00:00 GMT   (9kb)', ''].concat(
      'Title: A Cross-listed Paper',
      'Authors: The WEAVE Collaboration'
    ),
    ['Its abstract.'],
    '2601.00002'
  ),
  `%%--${'%%--'.repeat(18)}`,
  ...record(
    [
      'Paper: math/0601001',
      'replaced with revised version Thu, 8 Jan 2026 08:03:26 GMT   (25kb)'
    ].concat('', 'Title: An Old Paper Made New', 'Authors: Mystery Person'),
    null,
    'math/0601001'
  ),
  `%%%---${'%%%---'.repeat(12)}`,
  'For subscribe options, e-mail To: math@example.org'
].join('\n')

describe('a daily mailing of arXiv', () => {
  it('is parted into new submissions, cross-lists and replacements, dated by itself', () => {
    const { digests, skipped } = parseArxivMailing(mailing, 'mail.txt', seen)
    expect(detectArxivMailing(mailing)).toBe(1)
    expect(skipped).toEqual([])
    expect(digests.map(({ source, date, dateInferred }) => [source, date, dateInferred])).toEqual([
      ['arXiv math.AG, new', '2026-01-09', false],
      ['arXiv math.AG, cross-lists', '2026-01-09', false],
      ['arXiv math.AG, replacements', '2026-01-09', false]
    ])
  })

  it('gives each paper all that it says', () => {
    const [first] = parseArxivMailing(mailing, 'mail.txt', seen).digests
    expect(first?.papers[0]).toMatchObject({
      title: 'Sheaves over Looms and the Cohomology of Woven Spaces',
      says: {
        type: 'article',
        abstract: 'We show that looms have cohomology. The proof is short.',
        issued: '2026-01-07',
        creators: [
          { role: 'author', name: { given: 'Ngozi', family: 'Okafor' } },
          { role: 'author', name: { given: 'Ada', particle: 'van der', family: 'Berg' } },
          { role: 'author', name: { given: 'Per', family: 'Lindström' } }
        ],
        identifiers: [
          { scheme: 'arxiv', value: '2601.01234', version: null },
          { scheme: 'doi', value: '10.5555/jw.2026.3', version: null }
        ],
        links: [
          { kind: 'paper', url: 'https://arxiv.org/abs/2601.01234' },
          { kind: 'code', url: 'https://github.com/sheaf-sample/looms' }
        ]
      }
    })
  })

  it('knows a collaboration for one name, and the month of an old paper by its id', () => {
    const [, cross, replaced] = parseArxivMailing(mailing, 'mail.txt', seen).digests
    expect(cross?.papers[0]?.says.creators).toEqual([
      { role: 'author', name: { literal: 'The WEAVE Collaboration' } }
    ])
    expect(replaced?.papers[0]).toMatchObject({
      title: 'An Old Paper Made New',
      says: { issued: '2006-01', abstract: '' }
    })
  })

  it('keeps the part of the text that each paper came from, and the text once', () => {
    const { digests } = parseArxivMailing(mailing, 'mail.txt', seen)
    for (const { rawText, papers } of digests)
      for (const { title, start, end } of papers)
        expect(rawText.slice(start, end)).toContain(title.slice(0, 30))
    const kept = digests.reduce((sum, { rawText }) => sum + rawText.length, 0)
    expect(kept).toBeLessThanOrEqual(mailing.length)
  })

  it('reads the same with the line ends of Windows, and tells what is cut off', () => {
    const windows = parseArxivMailing(mailing.replaceAll('\n', '\r\n'), 'mail.txt', seen)
    expect(windows.digests.flatMap(({ papers }) => papers.map(({ title }) => title))).toHaveLength(
      3
    )
    const cut = mailing.slice(0, mailing.indexOf('Title: A Cross'))
    const { digests, skipped } = parseArxivMailing(cut, 'mail.txt', seen)
    expect(digests.flatMap(({ papers }) => papers)).toHaveLength(1)
    expect(skipped).toMatchObject([{ file: 'mail.txt', reason: /arXiv:2601\.00002 has no title/ }])
  })

  it('is not seen where there is none', () => {
    for (const text of ['', '\\\\\n\\\\\n', trendingPage(['One Paper', 'Two Papers'])])
      expect(detectArxivMailing(text)).toBe(0)
  })

  it.skipIf(!existsSync(shared)).each([
    ['math-AG', [1, 1]],
    ['q-fin', [13, 3]]
  ])('of %s as it was sent gives its papers', (name, counts) => {
    const path = join(shared, `arxiv-${name}-new.txt`)
    const { digests, skipped } = parseArxivMailing(readFileSync(path, 'utf8'), name, seen)
    expect(skipped).toEqual([])
    expect(digests.map(({ papers }) => papers.length)).toEqual(counts)
    for (const { papers } of digests)
      for (const { title, says } of papers) {
        expect(title).not.toMatch(/\n|^\s|\s$/)
        expect(says.creators?.length).toBeGreaterThan(0)
      }
  })
})
