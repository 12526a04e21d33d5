import { describe, expect, it } from 'vitest'
import { found, indexIn, indexOf, paper } from './papers'

const limit = 100

describe('what is found', () => {
  const index = indexOf(
    paper(1, { title: 'RealEra: Semantic-level Concept Erasure via Neighbor-Concept Mining' }),
    paper(2, { title: 'Contrastive Learning of Structured World Models', people: 'Thomas Kipf' }),
    paper(3, { title: 'Sur les fonctions fuchsiennes', people: 'Henri Poincaré; Łukasz Kaiser' }),
    paper(4, { title: 'On Formally Undecidable Propositions', people: 'Kurt Gödel' }),
    paper(5, { abstract: 'Pre-training GPT-4 with C++ and C# on two corpora.' }),
    paper(6, {
      tags: ['to read', 'graph theory'],
      note: 'Ask Émile about lemma 3',
      digests: 'Trending papers 2025-03-14',
      venue: 'NeurIPS',
      year: '2023'
    })
  )

  it.each([
    ['words in any order, and letters in any case', 'ERASURE concept', [1]],
    ['the last word while it is typed', 'concept eras', [1]],
    ['the last word, whatever the stemmer makes of the whole', 'contrasti', [2]],
    ['a word by its stem', 'learned models', [2]],
    ['a name without its accent', 'poincare', [3]],
    ['a name with its accent', 'Poincaré', [3]],
    ['a name with its accent decomposed', 'Poincare\u0301', [3]],
    ['a name in LaTeX', "Poincar{\\'e}", [3]],
    ['a name that Unicode does not decompose', 'lukasz', [3]],
    ['an umlaut left out', 'Godel', [4]],
    ['an umlaut spelt out', 'goedel', [4]],
    ['a possessive', 'Gödel’s', [4]],
    ['a hyphened word written as one', 'pretraining', [5]],
    ['a hyphened word', 'pre-training', [5]],
    ['a hyphened name with a number', 'gpt-4', [5]],
    ['a programming language', 'c++', [5]],
    ['another one', 'C#', [5]],
    ['a tag', 'graph theory', [6]],
    ['a note', 'emile lemma', [6]],
    ['venue and year', 'neurips 2023', [6]],
    ['a digest', 'trending', [6]],
    ['words of several fields', 'kipf contrastive', [2]],
    ['stop words among others', 'the learning of the models', [2]]
  ])('%s', (_, text, ids) => {
    expect(index.query(text, { limit })).toMatchObject({ mode: 'all' })
    expect(found(index, text)).toEqual(ids)
  })

  it('a title stored in LaTeX by what it says', () => {
    const latex = indexOf(paper(1, { title: 'The Schr{\\"o}dinger equation, after Erd\\H{o}s' }))
    expect(found(latex, 'schrodinger erdos')).toEqual([1])
    expect(found(latex, 'Schrödinger')).toEqual([1])
    expect(found(latex, 'schroedinger')).toEqual([1])
  })

  it('Chinese and Japanese by any characters that stand together', () => {
    const cjk = indexOf(
      paper(1, { title: '深度学习在自然语言处理中的应用' }),
      paper(2, { title: '画像認識のためのディープラーニング' })
    )
    expect(found(cjk, '自然语言')).toEqual([1])
    expect(found(cjk, '用')).toEqual([1])
    expect(found(cjk, 'ラーニング 画像')).toEqual([2])
    expect(cjk.query('言自', { limit })).toMatchObject({ mode: 'all', hits: [], total: 0 })
  })

  it('a single letter behind a word does not empty the list', () => {
    expect(found(index, 'contrastive l')).toEqual([2])
    expect(found(index, 'contrastive x')).toEqual([2])
  })

  it('a stop word that may yet become another word', () => {
    expect(found(index, 'the')).toEqual([6])
  })
})

describe('identifiers', () => {
  const index = indexOf(
    paper(1, { identifiers: ['openai2023gpt4', '2303.08774', 'https://arxiv.org/abs/2303.08774'] }),
    paper(2, {
      identifiers: ['suarez2020monolingual', '10.1145/3366423', '10.1145/3366423.3380099']
    }),
    paper(3, { identifiers: ['müller2019when', 'https://github.com/haoosz/ConceptExpress'] })
  )

  it.each([
    ['2303.08774', 1],
    ['2303.08774v4', 1],
    ['arXiv:2303.08774', 1],
    ['https://arxiv.org/abs/2303.08774v1', 1],
    ['https://arxiv.org/pdf/2303.08774.pdf', 1],
    ['2303.08', 1],
    ['openai2023', 1],
    ['OpenAI2023GPT4', 1],
    ['10.1145/3366423', 2],
    ['doi:10.1145/3366423', 2],
    ['https://doi.org/10.1145/3366423.', 2],
    ['(10.1145/33664', 2],
    ['muller2019when', 3],
    ['github.com/haoosz', 3],
    ['https://github.com/haoosz/ConceptExpress/', 3]
  ])('%s finds its paper', (text, id) => {
    expect(index.query(text, { limit })).toMatchObject({ mode: 'all' })
    expect(found(index, text)).toEqual([id])
  })

  it('are found among words too', () => {
    expect(found(index, 'openai2023gpt4 2303.08774')).toEqual([1])
  })

  it('are all found among thousands, where Lunr as it comes loses some', () => {
    const many = indexIn(new Map())
    const doi = (id: number): string =>
      `10.1145/${String((id * 7919) % 3_000_000)}.${String(id * 13)}`
    const ids = Array.from({ length: 4000 }, (_, id) => id + 1)
    many.update(
      ids.map((id) => paper(id, { identifiers: [doi(id)] })),
      []
    )
    expect(ids.filter((id) => !found(many, doi(id)).includes(id))).toEqual([])
  })
})

describe('what is said when not all words are found', () => {
  const index = indexOf(
    paper(1, { title: 'Concept erasure', abstract: 'Diffusion models forget.' }),
    paper(2, { title: 'Causal inference' }),
    paper(3, { title: 'Erasure codes' })
  )

  it.each([
    ['all: every word is there', 'concept erasure', 'all', [1]],
    ['any: no paper has all', 'concept inference', 'any', [1, 2]],
    ['any: a word is nowhere, and nothing is like it', 'concept xyzzyx', 'any', [1]],
    ['near: two letters swapped', 'concpet', 'near', [1]],
    ['near: a letter missing', 'concpt erasure', 'near', [1]],
    ['near: a letter too many, in a word still typed', 'diffussi', 'near', [1]],
    ['near: a wrong letter, the other words as they are', 'causal inferense', 'near', [2]],
    ['near: only part of it is near', 'concpet qwertyuiop', 'near', [1]],
    ['all, without hits: a short word is not changed', 'coda', 'all', []],
    ['all, without hits: nothing is near', 'qwertyuiop', 'all', []],
    ['none: there are no words', ' ?! ', 'none', []],
    ['none: nothing was typed', '', 'none', []]
  ])('%s', (_, text, mode, ids) => {
    const result = index.query(text, { limit })
    expect(result.mode).toBe(mode)
    expect(result.hits.map(({ id }) => id).sort()).toEqual(ids)
  })
})

describe('the order of hits', () => {
  it('puts a word in the title first, then names, then abstracts', () => {
    const filler = 'We study several things and report what was seen in each of them.'
    const index = indexOf(
      paper(1, { title: 'On something else', abstract: `${filler} A transformer is used.` }),
      paper(2, { title: 'The transformer', abstract: filler }),
      paper(3, { title: 'Yet another thing', abstract: filler, people: 'Ada Transformer' })
    )
    expect(found(index, 'transformer')).toEqual([2, 3, 1])
  })

  it('puts the whole word before words that it begins', () => {
    const index = indexOf(paper(1, { title: 'Graphene' }), paper(2, { title: 'Graph' }))
    expect(found(index, 'graph')).toEqual([2, 1])
  })

  it('gives no more than asked for', () => {
    const index = indexOf(...[1, 2, 3].map((id) => paper(id, { title: 'Graph' })))
    expect(index.query('graph', { limit: 2 }).hits.map(({ id }) => id)).toEqual([3, 2])
    expect(index.query('graph', { limit: 0 }).hits).toEqual([])
  })
})

describe('marks', () => {
  const marked = (text: string, query: string): string[] => {
    const [hit] = indexOf(paper(1, { title: text })).marks(query, [1], {})
    return (hit?.title ?? []).map(([start, length]) => text.slice(start, start + length))
  }

  it.each([
    [
      'whole words of the raw text',
      'Łukasz on Poincaré’s maps',
      'lukasz poincare',
      ['Łukasz', 'Poincaré']
    ],
    ['words behind letters outside the basic plane', '𝛼𝛽 🦙 Llama', 'llama', ['Llama']],
    ['LaTeX as it stands', 'The Schr{\\"o}dinger cat', 'schrodinger', ['Schr{\\"o}dinger']],
    ['decomposed accents', 'Poincare\u0301 maps', 'poincare', ['Poincare\u0301']],
    ['the word that was begun', 'Concept Erasure', 'concept eras', ['Concept', 'Erasure']],
    ['words of one stem', 'Learning to learn', 'learned', ['Learning', 'learn']],
    ['characters that stand together as one', '深度学习模型', '度学习', ['度学习']],
    ['hyphened words', 'Pre-training pays', 'pretraining', ['Pre-training']]
  ])('are %s', (_, text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('are given for the abstract too, in rising order', () => {
    const abstract = 'Maps of graphs, graphs of maps.'
    expect(indexOf(paper(1, { abstract })).marks('graph map', [1], {})[0]).toEqual({
      id: 1,
      title: [],
      abstract: [
        [0, 4],
        [8, 6],
        [16, 6],
        [26, 4]
      ],
      note: null,
      annotation: null
    })
  })

  it('are given only in the field that was asked for', () => {
    const index = indexOf(paper(1, { title: 'Graph', abstract: 'A graph.' }))
    expect(index.marks('abstract:graph', [1], {})).toEqual([
      { id: 1, title: [], abstract: [[2, 5]], note: null, annotation: null }
    ])
    expect(index.marks('author:graph', [1], {})).toEqual([])
  })

  it('are of the words that were near, where none was there', () => {
    const index = indexOf(paper(1, { title: 'Concept Erasure' }))
    expect(index.marks('erasrue', [1], {})).toEqual([
      { id: 1, title: [[8, 7]], abstract: [], note: null, annotation: null }
    ])
  })
})

describe('a pasted text', () => {
  const index = indexOf(
    paper(1, { title: 'Concept erasure', abstract: 'Diffusion models forget what they drew.' }),
    paper(2, { title: 'Causal inference', abstract: 'Effects are found without experiments.' }),
    paper(3, { title: 'Forgetting in networks', identifiers: ['10.5555/forget.3'] })
  )

  it('ranks papers by how much they have of it, in whatever order', () => {
    const text =
      'We ask whether large diffusion models can be made to forget a concept that artists never agreed to have drawn.'
    expect(index.query(text, { limit })).toMatchObject({ mode: 'text' })
    expect(found(index, text)).toEqual([1, 3])
  })

  it('leads to the paper whose identifier it bears', () => {
    const text =
      'A. Weber and B. Ek: Causal inference without experiments or effects, Annals of Thread 12 (2024), doi:10.5555/forget.3'
    expect(found(index, text)[0]).toBe(3)
  })

  it('in a script without spaces is still read as words that are all required', () => {
    const cjk = indexOf(
      paper(1, { title: '深度学习在自然语言处理中的应用' }),
      paper(2, { title: '深度学习在图像处理中的应用' })
    )
    expect(found(cjk, '深度学习在自然语言处理中的应用')).toEqual([1])
  })
})
