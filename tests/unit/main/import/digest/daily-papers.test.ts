import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')
const paper = (id: string, title: string) => ({
  paper: {
    ...{ id, title, summary: 'It\nglues.', upvotes: 7, githubRepo: 'https://github.com/a/b' },
    authors: [{ name: 'Ada Byron' }, { name: '' }],
    publishedAt: '2026-03-12T00:00:00.000Z',
    submittedOnDailyAt: '2026-03-13T08:00:00.000Z'
  },
  title
})
const items = [paper('2603.01234', 'Sheaves "and" <Stalks>'), paper('2603.01235', '')]
const expected = {
  ...{ format: 'daily-papers', date: '2026-03-13', dateInferred: false },
  papers: [
    {
      ...{ title: 'Sheaves "and" <Stalks>', votes: 7 },
      says: {
        ...{ abstract: 'It glues.', issued: '2026-03-12' },
        creators: [{ name: { family: 'Byron' } }],
        identifiers: [{ scheme: 'arxiv', value: '2603.01234' }],
        links: [{ kind: 'paper' }, { kind: 'code', url: 'https://github.com/a/b' }]
      }
    }
  ]
}

describe('daily papers', () => {
  it('are read from what the site’s API answers; one without a title is told', () => {
    const text = JSON.stringify(items, null, 2)
    const parsed = parseText(text, 'daily.json', seen)
    expect(parsed.digests).toMatchObject([expected])
    const [first] = parsed.digests[0]?.papers ?? []
    expect(text.slice(first?.start, first?.end)).toBe('Sheaves \\"and\\" <Stalks>')
    expect(parsed.skipped).toMatchObject([{ reason: 'Paper 2 has no title.' }])
  })

  it('are read from the data in a saved page, and shown in its words', () => {
    const data = JSON.stringify({ dailyPapers: items })
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
    const html = `<!DOCTYPE html><html><body><div data-props="${data}"><h3>Sheaves "and" &lt;Stalks&gt;</h3></div></body></html>`
    const parsed = parseText(html, 'page.html', seen)
    expect(parsed.digests).toMatchObject([expected])
    const [digest] = parsed.digests
    expect(digest?.rawText.slice(digest.papers[0]?.start, digest.papers[0]?.end)).toBe(
      'Sheaves "and" <Stalks>'
    )
  })
})
