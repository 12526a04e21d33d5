import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')
const papersOf = (text: string) =>
  parseText(text, 'x.md', seen).digests.flatMap(({ papers }) => papers)
const found = (text: string) =>
  papersOf(text).map(({ title, says }) => [
    title,
    says.identifiers?.map(({ value }) => value).join()
  ])

describe('a newsletter', () => {
  it('in Markdown tables gives a paper a row', () => {
    expect(
      found(`# Papers of the Week
| **Paper** | **Links** |
| ------------- | ------------- |
| 1) **Sheaves for Everybody** - Introduces gluing; it: <br>● is good | [Paper](https://arxiv.org/abs/2603.01234), [Tweet](https://x.com/a/1) |
| 2) **Stalks: a Survey** - Of stalks. | [Paper](https://arxiv.org/abs/2603.01235v2), [PDF](https://arxiv.org/pdf/2603.01235v2) |
| 3) **Germs on the Go** - Small. | [Paper](https://doi.org/10.1000/Germ.1) |`)
    ).toEqual([
      ['Sheaves for Everybody', '2603.01234'],
      ['Stalks: a Survey', '2603.01235'],
      ['Germs on the Go', '10.1000/germ.1']
    ])
  })

  it('in Markdown lists takes the title from the link, the bold words or the heading', () => {
    expect(
      found(`## Monday
- [Sheaves for Everybody](https://arxiv.org/abs/2603.01234) – Byron et al. ([code](https://github.com/a/b))
- **Stalks: a Survey** by Noether. [[pdf]](https://arxiv.org/pdf/2603.01235)
- Germs on the Go: https://www.biorxiv.org/content/10.1101/2026.01.02.123456v1.full.pdf

### Étale Things, and Others

Some words on it.
[Read the paper](https://openreview.net/forum?id=abc123)`)
    ).toEqual([
      ['Sheaves for Everybody', '2603.01234'],
      ['Stalks: a Survey', '2603.01235'],
      ['Germs on the Go', '10.1101/2026.01.02.123456'],
      ['Étale Things, and Others', '']
    ])
  })

  it('in HTML gives the same, through what counts the clicks', () => {
    const html = `<html><head><title>Weekly Gluing</title></head><body>
      <h2>Sheaves for Everybody</h2><p>It glues. <a href="https://click.example.com/r?url=https%3A%2F%2Farxiv.org%2Fabs%2F2603.01234&utm_source=x">Paper</a></p>
      <ul><li><a href="https://huggingface.co/papers/2603.01235">Stalks: a Survey</a></li>
      <li><b>Germs on the Go</b><br>Small. <a href="https://doi.org/10.1000/germ.1">Link</a></li></ul></body></html>`
    const { digests } = parseText(html, 'x.html', seen)
    expect(digests.map(({ source }) => source)).toEqual(['Weekly Gluing'])
    expect(found(html)).toEqual([
      ['Sheaves for Everybody', '2603.01234'],
      ['Stalks: a Survey', '2603.01235'],
      ['Germs on the Go', '10.1000/germ.1']
    ])
  })
})

describe('any text', () => {
  it('gives the papers whose ids it mentions, each once, under their ids until their titles are known', () => {
    expect(
      found(
        'Have you seen arXiv:2603.01234v2 and (doi:10.1000/ABC.1)? Also https://arxiv.org/abs/2603.01234, and math.GT/0309136 without a word.'
      )
    ).toEqual([
      ['arXiv:2603.01234', '2603.01234'],
      ['doi:10.1000/abc.1', '10.1000/abc.1']
    ])
  })

  it('without any is refused', () => {
    expect(() =>
      papersOf('Version 10.1234 of 2603.01234 came out at https://example.org.')
    ).toThrow(/No papers were found/)
  })
})
