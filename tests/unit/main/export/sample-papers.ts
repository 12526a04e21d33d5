import { paperTypes } from '@shared/model/kinds'
import type { Paper, PaperType } from '@shared/model/paper'
import { baseKey, uniqueKey } from '@shared/text/citation-key'
import { authors, editors, makePaper } from './paper-fixture'

/** Gives every paper a citation key and an id of its own. */
export function withKeys(papers: readonly Paper[]): Paper[] {
  const taken = new Set<string>()
  return papers.map((paper, i) => {
    const citationKey = uniqueKey(baseKey(paper), (key) => taken.has(key))
    taken.add(citationKey.toLowerCase())
    return { ...paper, citationKey, id: i + 1 }
  })
}

const subjects = [
  'Sparse Attention',
  'LoRA Adapters',
  'Graph U-Nets',
  'CLIP Embeddings',
  'TC^0 Circuits'
]
const deeds = [
  'for Long Documents',
  'Without Labels?',
  'in the Wild',
  'at nu^2 Scale',
  'via ell_1 Flows'
]
const names = ['HerdNet', 'BT^2', 'No "Free" Lunch', "`Known' Unknowns"]

/** Papers as a page of trending papers gives them: no authors, no year, residue of LaTeX, links. */
export function trendingPapers(count: number): Paper[] {
  const papers = Array.from({ length: count }, (_, i) => {
    const name = names[i % names.length] ?? ''
    const title = `${name}: ${subjects[i % 5] ?? ''} ${deeds[Math.floor(i / 5) % 5] ?? ''}`
    return makePaper({
      title,
      abstract:
        `We study case ${String(i)}, \\eg, p_d(y|x) ; forall d, with 3.${String(i)}\\% gain & risk ` +
        'mathcal{O}(mathcal{C_Phi/m} + mathcal{C_{Phicirc Psi}/n}) when m gg n. Code_names stay. ' +
        `See https://example.org/~lab_${String(i)}/x#y%20z.`,
      links:
        i % 4 === 0 ? [{ kind: 'code', url: `https://example.org/~lab_${String(i)}/x#y%20z` }] : []
    })
  })
  return withKeys(papers)
}

const complete = {
  title: 'Measuring a Thing',
  issued: '2024-03-14',
  venue: 'Journal of Things & Stuff',
  volume: '12',
  issue: '3',
  pages: '101-119',
  publisher: 'Things Press',
  creators: authors('Ada B. Lovelace', 'van der Berg, Jan', '{Group of Many}'),
  links: [{ kind: 'paper', url: 'https://example.org/paper_1?a=b&c=%20#top' }]
} satisfies Partial<Paper>

/** Every type of paper: whole, and with each of its fields gone in turn, and with all of them gone. */
export function everyTypeAndGap(): Paper[] {
  const gaps: Partial<Paper>[] = [
    {},
    { creators: [] },
    { creators: editors('Ed Itor', 'Edith Or') },
    { creators: [...complete.creators, ...editors('Ed Itor')] },
    { issued: '' },
    { issued: '1888' },
    { venue: '' },
    { publisher: '' },
    { volume: '' },
    { issue: '' },
    { pages: '' },
    { links: [] },
    {
      creators: [],
      issued: '',
      venue: '',
      volume: '',
      issue: '',
      pages: '',
      publisher: '',
      links: []
    },
    { identifiers: [{ scheme: 'arxiv', value: 'hep-th/9901001', version: 2 }], venue: '' },
    {
      identifiers: [
        {
          scheme: 'doi',
          value: '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
          version: null
        },
        { scheme: 'pmid', value: '123456', version: null },
        { scheme: 'isbn', value: '978-3-16-148410-0', version: null },
        { scheme: 'isbn', value: 'no number at all', version: null }
      ]
    },
    { language: 'de', title: 'Die Messung der Dinge: Über Größe' },
    { tags: [{ id: 1, name: 'a, b & c_d', colour: 0 }] }
  ]
  const types: readonly PaperType[] = paperTypes
  return withKeys(
    types.flatMap((type, i) =>
      gaps.map((gap, j) =>
        makePaper({ ...complete, issued: `${String(1900 + 20 * j + i)}-03-14`, type, ...gap })
      )
    )
  )
}

/** Text that pdfTeX can set with its own fonts, in many hands. */
export const latinTitles = [
  'Ångström, Łódź, Čapek, Þór, Ñandú, Œuvre, Straße and naïve Gödel in São Tomé',
  'Erdős–Rényi graphs — “quoted” ‘words’ … „so“ «là» ¿qué? ¡sí!',
  'x² + y₂ ≤ α → ∞, 𝒪(n) and 𝔼[x] ∈ ℝⁿ for μm, 5 µm, 30 °C ± 2 %',
  'A & B_C #1 100% $5 {x} ~y ^z \\alpha <b> a|b "c" `d` e\\_f ½ © ™ § € £',
  'Zero‐width\u200B joiner, soft\u00ADhyphen, no\u00A0break, thin\u2009space, bell\u0007',
  'Emoji 🍓 in 👩‍🚀 titles ❤️ and 🇩🇪 flags',
  'Ḃ ş ț ā ė ů ű ą ę Ķ',
  'ﬁne ﬂow aﬀair eﬃcient'
]

/** Text that wants to be more than text. */
export const hostileTitles = [
  '\\input{canary}',
  '} , note = {x}',
  '{{{{',
  '}}}}',
  '}\n@misc{evil, title={x}}\n',
  '\\immediate\\write18{touch pwned}',
  '\\write18{touch pwned}',
  '$\\input{canary}$',
  '$$\\openout1=pwned.txt$$',
  '\\csname input\\endcsname canary',
  '^^5cinput{canary}',
  '$x^^5cinput{canary}$',
  '\\catcode`\\@=0 @input{canary}',
  '\\\u0302input{canary}',
  '_\u0302 ^\u0301 {\u0303 %\u0304 $\u0305',
  '\\textbf{\\input{canary}}',
  '\\emph{\\emph{\\emph{\\def\\x{y}}}}',
  '$\\mathcal{\\input{canary}}$',
  '\\frac{\\input{canary}}{\\read1 to \\x}',
  '\\href{run:calc}{click}',
  '\\begin{verbatim} \\end{document}',
  '\\directlua{os.execute("touch pwned")}',
  '\\special{psfile="`touch pwned"}',
  'x_{\\input{canary}}',
  'mathcal{\\input{canary}}',
  '@preamble{"\\input{canary}"}',
  '% comment @string{a="b"}',
  '" # "\\input{canary}" # "',
  '\\\\input{canary}',
  '\\\u0000input{canary}',
  '\\\u200Binput{canary}',
  '\\\uD800input{canary}',
  'a \\ b \\',
  '$',
  '$$',
  '^',
  '_',
  '{',
  '}',
  '~',
  '#1 ##2',
  '& && \\&',
  '\u202Etxt.exe\u202C',
  '$\\def\\x{\\x\\x}\\x$',
  '\\verb|\\input{canary}|',
  'x'.repeat(200),
  '{'.repeat(60),
  '$'.repeat(60),
  '\\undefined'.repeat(20)
]

/** Papers with hostile text in every field. */
export function hostilePapers(): Paper[] {
  return withKeys(
    hostileTitles.flatMap((text, i) => [
      makePaper({ title: text, abstract: text }),
      makePaper({
        type: paperTypes[i % paperTypes.length] ?? 'article',
        ...{
          title: `On ${text}`,
          venue: text,
          publisher: text,
          volume: text,
          issue: text,
          pages: text
        },
        language: text,
        issued: `${String(1900 + i)}-01`,
        creators: [
          { role: 'author', name: { literal: text } },
          { role: 'author', name: { family: text, given: text, particle: text, suffix: text } },
          { role: 'author', name: { family: text, given: '', particle: '', suffix: '' } },
          { role: 'author', name: { family: text, given: '', particle: '', suffix: text } },
          { role: 'editor', name: { family: 'Or', given: text, particle: '', suffix: '' } }
        ],
        identifiers: [
          { scheme: 'doi', value: text, version: null },
          { scheme: 'arxiv', value: text, version: null },
          { scheme: 'isbn', value: text, version: null }
        ],
        links: [{ kind: 'paper', url: `https://example.org/${text}` }],
        tags: [{ id: 1, name: text, colour: 0 }]
      })
    ])
  )
}

/** Names that are hard to take apart. */
export function peculiarPeople(): Paper[] {
  const people = authors(
    'Ludwig van Beethoven',
    'de Beauvoir, Simone',
    'King, Jr., Martin Luther',
    '{OECD}',
    '{Simon and Schuster}',
    '{de la Mare}, Walter',
    '{al-Hakim}, Tawfiq',
    'Ortega y Gasset, José',
    'Da Ponte, Lorenzo',
    'Madonna',
    'Stephens-Davidowitz, Seth',
    '{and others}, And',
    'Jean-Pierre Serre',
    "d'Alembert, Jean"
  )
  const rare: Paper['creators'] = [
    { role: 'author', name: { family: 'Cher', given: '', particle: '', suffix: '' } },
    { role: 'author', name: { family: 'others', given: '', particle: '', suffix: '' } },
    { role: 'author', name: { family: 'García Márquez', given: '', particle: '', suffix: '' } },
    { role: 'author', name: { family: 'Pitt', given: '', particle: '', suffix: 'the Elder' } },
    {
      role: 'author',
      name: { family: 'Smith, Jones', given: 'Ann and Bob', particle: '', suffix: '' }
    },
    { role: 'author', name: { family: 'Dá', given: 'Özgür', particle: 'von der', suffix: 'III' } }
  ]
  const base = { type: 'article-journal', issued: '2001', venue: 'Annals' } as const
  return withKeys([
    ...[...people, ...rare].map((one, i) =>
      makePaper({ ...base, issued: String(1950 + i), title: 'On a Name', creators: [one] })
    ),
    makePaper({ ...base, title: 'All Together', creators: [...people, ...rare] })
  ])
}

/** A paper of three thousand, as particle physics has them. */
export function paperOfThousands(): Paper[] {
  const many = Array.from({ length: 3000 }, (_, i) => `Person Number Family${String(i)}`)
  return [
    makePaper({
      ...{ type: 'article-journal', issued: '2012', venue: 'Annals', citationKey: 'many2012' },
      creators: authors(...many)
    })
  ]
}
