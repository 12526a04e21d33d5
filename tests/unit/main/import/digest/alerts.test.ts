import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')
const wrapped = (url: string): string =>
  `https://scholar.google.com/scholar_url?url=${encodeURIComponent(url)}&hl=en&sa=X`
const item = (url: string, title: string, line: string): string =>
  `<h3><span>[PDF]</span> <a href="${wrapped(url)}" class="gse_alrt_title">${title}</a></h3>
   <div style="color:#006621">${line}</div><div class="gse_alrt_sni">Some words <b>of</b> it&nbsp;…</div>
   <a href="https://scholar.google.com/citations?x">Save</a>`
const alert = `<!doctype html><html><body><h3 class="gse_alrt_header">Google Scholar Alert - "sheaf theory"</h3>
${item('https://arxiv.org/pdf/2403.01234v3', 'Sheaves &amp; <b>Stalks</b>', 'A Byron, E Noether&nbsp;- arXiv preprint arXiv:2403.01234, 2024')}
${item('https://dl.acm.org/doi/pdf/10.1145/3290605.3300233', 'Gluing People', 'C Ono, D van der Berg, …&nbsp;- Journal of the …, 2025')}
${item('https://example.org/x', 'Nobody Knows', '')}
</body></html>`

describe('a Google Scholar alert', () => {
  const { digests } = parseText(alert, 'alert.html', seen)
  const papers = digests[0]?.papers ?? []

  it('is named by what it looks for, and gives every paper', () => {
    expect(digests.map(({ source }) => source)).toEqual(['Google Scholar: "sheaf theory"'])
    expect(papers.map(({ title }) => title)).toEqual([
      'Sheaves & Stalks',
      'Gluing People',
      'Nobody Knows'
    ])
  })

  it('has its redirects unwrapped, and the identifiers in the addresses taken', () => {
    expect(papers[0]?.says).toMatchObject({
      issued: '2024',
      identifiers: [{ scheme: 'arxiv', value: '2403.01234', version: 3 }],
      links: [{ kind: 'pdf', url: 'https://arxiv.org/pdf/2403.01234v3' }]
    })
    expect(papers[0]?.says.venue).toBeUndefined()
    expect(papers[1]?.says.identifiers).toMatchObject([
      { scheme: 'doi', value: '10.1145/3290605.3300233' }
    ])
  })

  it('keeps authors that are cut short as cut short', () => {
    expect(papers[1]?.says).toMatchObject({ venue: 'Journal of the …', issued: '2025' })
    expect(papers[1]?.says.creators?.map(({ name }) => name)).toEqual([
      { family: 'Ono', given: 'C', particle: '', suffix: '' },
      { family: 'Berg', given: 'D', particle: 'van der', suffix: '' },
      { literal: 'et al.' }
    ])
  })

  it('shows each paper in the words of the page', () => {
    const text = digests[0]?.rawText ?? ''
    expect(text.slice(papers[1]?.start, papers[1]?.end)).toMatch(
      /^Gluing People\n\nC Ono[^]*Some words of it …/
    )
  })
})

describe('a Semantic Scholar alert', () => {
  it('gives title, people, venue and date', () => {
    const html = `<html><body><p>Semantic Scholar: new papers in “Sheaves”</p>
      <a href="https://www.semanticscholar.org/paper/abc?utm_source=alert">A Sheaf of Letters</a><br>
      <div>Ada Byron, Emmy Noether, +3 authors</div><div>Annals of Gluing · 12 March 2026</div><div>TLDR: It glues.</div></body></html>`
    expect(parseText(html, 'a.html', seen).digests).toMatchObject([
      {
        format: 'semantic-scholar-alert',
        papers: [
          {
            title: 'A Sheaf of Letters',
            says: {
              ...{ venue: 'Annals of Gluing', issued: '2026-03-12' },
              creators: [
                { name: { family: 'Byron' } },
                { name: { family: 'Noether' } },
                { name: { literal: 'et al.' } }
              ],
              links: [{ url: 'https://www.semanticscholar.org/paper/abc' }]
            }
          }
        ]
      }
    ])
  })
})
