import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectPaperDump, parsePaperDump } from '../../../../../src/main/import/digest/paper-dump'
import { trendingPage } from '../../../support/digest-text'

const shared = resolve('../shared/digests')
const seen = new Date('2026-11-24T12:00:00Z')
const dump = [
  'Title: Looms That Learn: A Study of',
  '  Woven Networks',
  'PDF: https://arxiv.org/pdf/2601.01234v2',
  'Summary: Looms learn. Their code is at https://github.com/sheaf-sample/looms.',
  '---',
  'Title: Second Paper: With a Colon',
  'PDF: https://example.org/second.pdf',
  'Summary: First line of it.',
  'And a second line.',
  '---',
  ''
].join('\n')

describe('a dump of titles, addresses and summaries', () => {
  it('is of the day that its file’s name says', () => {
    const dateOf = (file: string) => parsePaperDump(dump, file, seen).digests[0]?.date
    expect(dateOf('weekly-2025-03-21.txt')).toBe('2025-03-21')
    expect(dateOf('weekly-2025-13-45.txt')).toBe('2026-11-24')
    expect(dateOf('12025-03-211.txt')).toBe('2026-11-24')
  })

  it('gives each paper with its title whole, its summary, its arXiv id and its links', () => {
    const { digests, skipped } = parsePaperDump(dump, 'week.txt', seen)
    expect(detectPaperDump(dump)).toBeGreaterThan(0.9)
    expect(skipped).toEqual([])
    expect(digests).toMatchObject([{ source: 'Papers', date: '2026-11-24', dateInferred: true }])
    const [first, second] = digests[0]?.papers ?? []
    expect(first).toMatchObject({
      title: 'Looms That Learn: A Study of Woven Networks',
      says: {
        issued: '2026-01',
        identifiers: [{ scheme: 'arxiv', value: '2601.01234', version: 2 }],
        links: [
          { kind: 'paper', url: 'https://arxiv.org/abs/2601.01234' },
          { kind: 'pdf', url: 'https://arxiv.org/pdf/2601.01234v2' },
          { kind: 'code', url: 'https://github.com/sheaf-sample/looms' }
        ]
      }
    })
    expect(second).toMatchObject({
      title: 'Second Paper: With a Colon',
      says: {
        abstract: 'First line of it. And a second line.',
        links: [{ kind: 'pdf', url: 'https://example.org/second.pdf' }]
      }
    })
    expect(dump.slice(second?.start, second?.end)).toMatch(/^Title: Second[^]*second line\.$/)
  })

  it('needs no rule between records, and names one that has no title', () => {
    const dense = dump.replaceAll('---\n', '')
    expect(parsePaperDump(dense, 'x', seen).digests[0]?.papers).toHaveLength(2)
    const { digests, skipped } = parsePaperDump(
      `${dump}PDF: https://arxiv.org/pdf/2601.00001\nSummary: Lost its title.\n`,
      'week.txt',
      seen
    )
    expect(digests[0]?.papers).toHaveLength(2)
    expect(skipped).toMatchObject([{ file: 'week.txt', line: 11 }])
  })

  it('is not seen in a letter, a page of trending papers or a form', () => {
    for (const text of [
      'Title: Invitation\n\nDear all,\n\nplease come to the fair on Monday. There will be cake.\n',
      trendingPage(['One Paper', 'Two Papers']),
      'Title: x\nDate: y\n'
    ])
      expect(detectPaperDump(text)).toBeLessThan(0.5)
  })

  it.skipIf(!existsSync(shared)).each(['2025-03-21', '2025-03-28', '2025-04-04'])(
    'of %s as it was sent gives 50',
    (day) => {
      const path = join(shared, `hf-weekly-${day}.txt`)
      const { digests, skipped } = parsePaperDump(readFileSync(path, 'utf8'), day, seen)
      expect(skipped).toEqual([])
      expect(digests[0]?.papers).toHaveLength(50)
      for (const { says } of digests[0]?.papers ?? []) {
        expect(says.identifiers).toHaveLength(1)
        expect(says.abstract?.length).toBeGreaterThan(200)
      }
    }
  )
})
