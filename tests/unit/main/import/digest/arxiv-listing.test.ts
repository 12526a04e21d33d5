import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')

const fresh = `Machine Learning (cs.LG)
Showing new listings for Friday, 13 March 2026
Total of 3 entries
New submissions (showing 1 of 1 entries)
[1] arXiv:2603.01234 [pdf, html, other]
Title: Sheaves for Everybody
Ada Byron, Emmy Noether (Göttingen, Germany)
Comments: 9 pages, code at https://github.com/sheaf/all
Subjects: Machine Learning (cs.LG); Geometry (math.AG)
We glue things
together.

Cross submissions (showing 1 of 1 entries)
[2] arXiv:2603.01235 (cross-list from math.AG) [pdf, other]
Title:
Stalks and
Subjects: Algebraic Geometry (math.AG)
Replacement submissions (showing 1 of 1 entries)
[3] arXiv:2503.01236 (replaced) [pdf, html, other]
Title: Old and New
Authors: Alexander Grothendieck
Subjects: Machine Learning (cs.LG)
It was revised.`

describe('a listing page of arXiv', () => {
  const { digests } = parseText(fresh, 'new.txt', seen)

  it('keeps new submissions, cross-lists and replacements apart, under the page’s day', () => {
    expect(
      digests.map(({ source, date, dateInferred, papers }) => [
        source,
        date,
        dateInferred,
        papers.length
      ])
    ).toEqual([
      ['arXiv cs.LG, new', '2026-03-13', false, 1],
      ['arXiv cs.LG, cross-lists', '2026-03-13', false, 1],
      ['arXiv cs.LG, replacements', '2026-03-13', false, 1]
    ])
  })

  it('gives title, authors, abstract and links', () => {
    expect(digests[0]?.papers[0]).toMatchObject({
      title: 'Sheaves for Everybody',
      says: {
        abstract: 'We glue things together.',
        creators: [{ name: { family: 'Byron' } }, { name: { family: 'Noether' } }],
        identifiers: [{ scheme: 'arxiv', value: '2603.01234' }],
        links: [{ url: 'https://arxiv.org/abs/2603.01234' }, { kind: 'code' }]
      }
    })
    expect(digests[1]?.papers[0]?.title).toBe('Stalks and')
    expect(digests[2]?.papers[0]?.says).toMatchObject({
      abstract: 'It was revised.',
      creators: [{ name: { family: 'Grothendieck' } }]
    })
  })

  it('of the past week has a digest for each day', () => {
    const week = `Authors and titles for recent submissions
Fri, 13 Mar 2026 (showing 1 of 1 entries )
[1] arXiv:2603.01234 [pdf, html, other]
Title: Of Friday
Ada Byron
Thu, 12 Mar 2026 (showing 1 of 1 entries )
[2] arXiv:2603.01200 [pdf, html, other]
Title: Of Thursday
Emmy Noether`
    const parsed = parseText(week, 'pastweek.txt', seen)
    expect(parsed.digests.map(({ date, papers }) => [date, papers[0]?.title])).toEqual([
      ['2026-03-13', 'Of Friday'],
      ['2026-03-12', 'Of Thursday']
    ])
  })

  it('is the same when it was saved as HTML', () => {
    const html = `<!doctype html><html><body><h3>Showing new listings for Friday, 13 March 2026</h3><h3>New submissions (showing 1 of 1 entries)</h3>
      <dl><dt><a name="item1">[1]</a> <a href="/abs/2603.01234">arXiv:2603.01234</a> [<a href="/pdf/2603.01234">pdf</a>, <a href="/format/2603.01234">other</a>]</dt>
      <dd><div class="list-title"><span>Title:</span> Sheaves for Everybody</div><div><a href="/a">Ada Byron</a>, <a href="/b">Emmy Noether</a></div>
      <div><span>Subjects:</span> Machine Learning (cs.LG)</div><p>We glue.</p></dd></dl></body></html>`
    expect(parseText(html, 'new.html', seen).digests).toMatchObject([
      {
        source: 'arXiv cs.LG, new',
        papers: [
          { title: 'Sheaves for Everybody', says: { abstract: 'We glue.', creators: [{}, {}] } }
        ]
      }
    ])
  })
})
