import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultExportOptions } from '@shared/model/export-options'
import type { Paper } from '@shared/model/paper'
import { paperTypes } from '@shared/model/kinds'
import { nameList } from '../../../../../src/main/export/bibtex/name'
import { toBibtex } from '../../../../../src/main/export/bibtex'
import { authors, editors, makePaper } from '../paper-fixture'
import { everyTypeAndGap, hostilePapers, paperOfThousands, trendingPapers } from '../sample-papers'

type Dialect = Parameters<typeof toBibtex>[1]

/** The value of a field as it stands in the file, without the outer braces; null where there is none. */
function field(given: Partial<Paper>, name: string, dialect: Dialect = 'bibtex'): string | null {
  const line = toBibtex([makePaper(given)], dialect)
    .split('\n')
    .find((one) => one.startsWith(`  ${name} = `))
  return line?.replace(/^ {2}\w+ = \{?/, '').replace(/\}?,?$/, '') ?? null
}

const conference: Partial<Paper> = {
  ...{ citationKey: 'vaswani2017attention', type: 'paper-conference', issued: '2017-06-12' },
  ...{ title: 'Attention Is All You Need', venue: 'Advances in NeurIPS', volume: '30' },
  ...{ issue: '2', pages: '5998-6008', publisher: 'Curran', abstract: 'We propose it.' },
  creators: [...authors('Ashish Vaswani', 'Noam Shazeer'), ...editors('I. Guyon')],
  identifiers: [
    { scheme: 'doi', value: '10.1007/3-540-48515-5_8', version: null },
    { scheme: 'arxiv', value: '1706.03762', version: 5 }
  ],
  links: [
    { kind: 'code', url: 'https://example.org/code' },
    { kind: 'paper', url: 'https://example.org/a_b%20c?d#e' }
  ],
  tags: [
    { id: 1, name: 'deep learning', colour: 0 },
    { id: 2, name: 'R & D, misc', colour: 1 }
  ]
}

describe('an entry', () => {
  it('holds the fields of BibTeX in a fixed order', () => {
    expect(toBibtex([makePaper(conference)], 'bibtex')).toBe(
      [
        '@inproceedings{vaswani2017attention,',
        '  author = {Vaswani, Ashish and Shazeer, Noam},',
        '  editor = {Guyon, I.},',
        '  title = {Attention Is All You Need},',
        '  booktitle = {Advances in NeurIPS},',
        '  volume = {30},',
        '  issue = {2},',
        '  pages = {5998--6008},',
        '  publisher = {Curran},',
        '  month = jun,',
        '  year = {2017},',
        '  doi = {10.1007/3-540-48515-5_8},',
        '  eprint = {1706.03762},',
        '  archiveprefix = {arXiv},',
        '  url = {https://example.org/a_b%20c?d#e},',
        '  keywords = {deep learning, R \\& D; misc},',
        '  abstract = {We propose it.}',
        '}',
        ''
      ].join('\n')
    )
  })

  it('holds the fields of BibLaTeX in a fixed order', () => {
    const lines = toBibtex([makePaper(conference)], 'biblatex').split('\n')
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(
      (
        '@inproceedings{vaswani2017attention, author editor title booktitle volume number pages ' +
        'publisher date doi eprint eprinttype url keywords abstract }'
      )
        .split(' ')
        .concat('')
    )
    expect(field(conference, 'date', 'biblatex')).toBe('2017-06-12')
    expect(field(conference, 'eprinttype', 'biblatex')).toBe('arxiv')
  })

  it('stands one blank line from the next, in the order of the papers', () => {
    const papers = ['b', 'a', 'c'].map((citationKey) => makePaper({ citationKey, issued: '2001' }))
    const text = toBibtex(papers, 'bibtex')
    expect(text.match(/@misc\{\w/g)).toEqual(['@misc{b', '@misc{a', '@misc{c'])
    expect(text).toMatch(/\}\n\n% Incomplete: no author\.\n@misc\{a,/)
    expect(text).not.toMatch(/\n\n\n/)
    expect(text.endsWith('}\n')).toBe(true)
    expect(toBibtex([], 'bibtex')).toBe('')
  })

  it.each<[Paper['type'], string, string]>([
    ['article-journal', 'article', 'article'],
    ['paper-conference', 'inproceedings', 'inproceedings'],
    ['article', 'misc', 'online'],
    ['book', 'book', 'book'],
    ['chapter', 'incollection', 'incollection'],
    ['thesis', 'phdthesis', 'thesis'],
    ['report', 'techreport', 'report'],
    ['dataset', 'misc', 'dataset'],
    ['software', 'misc', 'software'],
    ['webpage', 'misc', 'online'],
    ['document', 'misc', 'misc']
  ])('of type %s is @%s for BibTeX and @%s for BibLaTeX', (type, bibtex, biblatex) => {
    const whole = { ...conference, type }
    expect(toBibtex([makePaper(whole)], 'bibtex')).toContain(`@${bibtex}{`)
    expect(toBibtex([makePaper(whole)], 'biblatex')).toContain(`@${biblatex}{`)
  })
})

describe('a paper that is not complete', () => {
  it('says so in a comment, and has a key that BibTeX sorts it by', () => {
    const [paper] = trendingPapers(1)
    expect(toBibtex(paper ? [paper] : [], 'bibtex')).toMatch(
      /^% Incomplete: no author, no year\.\n@misc\{herdnet-sparse-attention,\n {2}key = \{HerdNet\},\n/
    )
  })

  it('is no article without a journal', () => {
    const paper = makePaper({ type: 'article-journal', issued: '2001', creators: authors('A B') })
    for (const dialect of ['bibtex', 'biblatex'] as const)
      expect(toBibtex([paper], dialect)).toMatch(
        /^% Incomplete: no journal\.\n% Set as misc for now: an entry of type article needs its journal\.\n@misc/
      )
  })

  it('never holds an at sign in its comments, which would begin an entry', () => {
    const text = toBibtex([...everyTypeAndGap(), ...hostilePapers()], 'bibtex')
    const comments = text.split('\n').filter((line) => line.startsWith('%'))
    expect(comments.length).toBeGreaterThan(50)
    expect(comments.filter((line) => line.includes('@'))).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['de Beauvoir, Simone', 'de Beauvoir, Simone'],
    ['{de Gaulle}, Charles', '{de Gaulle}, Charles'],
    ["{boven d'Eert}, Christianus", "{boven d'Eert}, Christianus"],
    ['{al-Hakim}, Tawfiq', '{al-Hakim}, Tawfiq'],
    ['Da Ponte, Lorenzo', 'Da Ponte, Lorenzo'],
    ['Ortega y Gasset, José', "{Ortega y Gasset}, Jos{\\'e}"],
    ['Bennett, Jr., Frank G.', 'Bennett, Jr., Frank G.'],
    ['{OECD}', '{OECD}'],
    ['{Barnes and Noble, Inc.}', '{Barnes and Noble, Inc.}'],
    ['Troels Rønnow', 'R{\\o}nnow, Troels'],
    ['Michał Nöme', 'N{\\"o}me, Micha{\\l}'],
    ['Karel Čapek', '{\\v C}apek, Karel'],
    ['Cher,', 'Cher'],
    ['García Márquez,', "{Garc{\\'i}a M{\\'a}rquez}"],
    ['{others},', '{others}'],
    ['王小明', '{王小明}']
  ])('%j is written %j', (name, written) => {
    expect(field({ creators: authors(name) }, 'author')).toBe(written)
  })

  it('keep their letters for BibLaTeX', () => {
    expect(field({ creators: authors('Karel Čapek', 'Ðorđe Ωmega') }, 'author', 'biblatex')).toBe(
      'Čapek, Karel and Omegamega, Ðorđe'
    )
  })

  it('have initials that TeX can set', () => {
    const names = [
      { family: 'Ωmega', given: '𝐀 # _b ~ Ω', particle: '', suffix: '' },
      { family: 'Παπαδόπουλος', given: 'Ωρίων', particle: '', suffix: '' },
      { literal: '~ Looms & Sons' }
    ]
    expect(nameList(names, 'biblatex').value).toBe(
      'Omegamega, A b Omega and Παπαδόπουλος, Ωρίων and {Looms \\& Sons}'
    )
  })

  it('are never cut short silently', () => {
    const papers = paperOfThousands()
    expect(toBibtex(papers, 'biblatex')).toContain('Family2999, Person Number}')
    const text = toBibtex(papers, 'bibtex')
    expect(text).toMatch(/^% \d+ more authors stand behind "and others"/)
    expect(text).toContain(' and others},')
  })

  it('of editors are printed where the style would leave them out or warn', () => {
    const book = { type: 'book', issued: '2001', publisher: 'P' } as const
    expect(field({ ...book, creators: editors('Ed Itor') }, 'editor')).toBe('Itor, Ed')
    const both = { ...book, creators: [...authors('A Uthor'), ...editors('Ed Itor', 'Di Rector')] }
    expect(field(both, 'editor')).toBeNull()
    expect(field(both, 'note')).toBe('Edited by Ed Itor and Di Rector')
    expect(field(both, 'editor', 'biblatex')).toBe('Itor, Ed and Rector, Di')
  })
})

describe('titles', () => {
  it.each([
    ['Pre-training of BERT for Vision', 'Pre-training of {BERT} for Vision'],
    ['RealEra: Concept Erasure', '{RealEra}: Concept Erasure'],
    ['U-Net and CLIP-based 3D models', '{U-Net} and {CLIP}-based {3D} models'],
    ['Vitamin C for a Cold', 'Vitamin {C} for a Cold'],
    [
      'Learning with Gaussian processes in the wild',
      'Learning with {Gaussian} processes in the wild'
    ],
    ['Deep learning: Models for all', 'Deep learning: Models for all'],
    ['ATTENTION IS ALL YOU NEED', 'ATTENTION IS ALL YOU NEED'],
    ['BT^2: Backward', '{BT}{$^{2}$}: Backward'],
    ['Risk mathcal{O}(C_{Phi circ Psi})', 'Risk {$O$}({$C_{\\Phi\\circ\\Psi}$})'],
    ['The $\\nu^2$ Rule', 'The {$\\nu^{2}$} Rule'],
    ['A "Zero-Shot" Test', "A ``Zero-Shot'' Test"],
    ['50% of R&D costs $5 #1 a_b', '50\\% of {R\\&D} costs \\$5 \\#1 {$a_{b}$}'],
    ['Rates x^{αβ} of a 4^{ème}', 'Rates {$x^{\\alpha\\beta}$} of a 4\\textsuperscript{{\\`e}me}'],
    ['The \\x^{αβ}', 'The {\\textbackslash}x{$^{\\alpha\\beta}$}'],
    [
      'α-helices ≤ 5 µm², ℝ',
      '{$\\alpha$}-helices {$\\leq$} 5 {$\\mu$}m{$^{2}$}, {{$\\mathbf{R}$}}'
    ],
    ['Éclairs – ‘so’ “what”…', "{\\'E}clairs -- `so' ``what''{\\ldots}"],
    ['Emoji 🍓 left out', 'Emoji  left out'],
    ['深度学习', '深度学习']
  ])('%j is written %j', (title, written) => {
    expect(field({ title }, 'title')).toBe(written)
  })

  it('in other languages are held whole for BibTeX and left bare for BibLaTeX', () => {
    const german = { title: 'Die Messung von DNA', language: 'de-AT' }
    expect(field(german, 'title')).toBe('{Die Messung von DNA}')
    expect(field(german, 'title', 'biblatex')).toBe('Die Messung von DNA')
    expect(field(german, 'langid', 'biblatex')).toBe('ngerman')
    expect(field({ title: 'On DNA', language: 'en-GB' }, 'title')).toBe('On {DNA}')
  })

  it('name the emoji that they leave out', () => {
    expect(toBibtex([makePaper({ title: 'A 🍓' })], 'bibtex')).toMatch(
      /% Left out of the title, because LaTeX cannot set it: 🍓\n@/u
    )
  })
})

describe('other fields', () => {
  it.each<[string, Partial<Paper>, string, string | null]>([
    [
      'a preprint is found by its number',
      { identifiers: [{ scheme: 'arxiv', value: 'hep-th/9901001', version: 2 }] },
      'howpublished',
      'arXiv:hep-th/9901001'
    ],
    [
      'a web page is found by its address',
      { type: 'webpage', links: [{ kind: 'project', url: 'https://example.org/a_b%20' }] },
      'howpublished',
      'https://example.org/a\\_b\\%20'
    ],
    [
      'which then stands in no second field',
      { type: 'webpage', links: [{ kind: 'project', url: 'https://example.org' }] },
      'url',
      null
    ],
    [
      'the address of the paper goes before that of its code',
      {
        links: [
          { kind: 'pdf', url: 'https://e.org/p' },
          { kind: 'code', url: 'https://e.org/c' },
          { kind: 'project', url: 'https://e.org/j' }
        ]
      },
      'url',
      'https://e.org/j'
    ],
    [
      'an address cannot end its field',
      { links: [{ kind: 'paper', url: 'https://e.org/}\\input{x} "^`|é' }] },
      'url',
      'https://e.org/%7D%5Cinput%7Bx%7D%20%22%5E%60%7C%C3%A9'
    ],
    ['pages have a dash', { pages: 'S12 – S15, 420-4' }, 'pages', 'S12--S15, 420--4'],
    [
      'an ampersand is escaped',
      { venue: 'Taylor & Francis' },
      'howpublished',
      'Taylor \\& Francis'
    ],
    [
      'an escaped ampersand is not escaped twice',
      { venue: 'Taylor \\& Francis' },
      'howpublished',
      'Taylor \\& Francis'
    ],
    ['a month needs a month', { issued: '2001' }, 'month', null],
    [
      'an issue without a volume is printed',
      { type: 'article-journal', venue: 'J', issued: '2001', issue: '7', creators: authors('A B') },
      'note',
      'No.~7'
    ]
  ])('%s', (_, given, name, value) => {
    expect(field(given, name)).toBe(value)
  })

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', '2023-02'],
    ['2023-13-01', '2023'],
    ['2023-12', '2023-12']
  ])('hold the date %s for BibLaTeX as %s', (issued, date) => {
    expect(field({ issued }, 'date', 'biblatex')).toBe(date)
  })

  it('hold an ISBN for BibLaTeX only where it is one', () => {
    const isbn = (value: string): Partial<Paper> => ({
      identifiers: [{ scheme: 'isbn', value, version: null }]
    })
    expect(field(isbn('978-3-16-148410-0'), 'isbn', 'biblatex')).toBe('978-3-16-148410-0')
    expect(field(isbn('0-8044-2957-X'), 'isbn', 'biblatex')).toBe('0-8044-2957-X')
    expect(field(isbn('978-3-16-148410-1'), 'isbn', 'biblatex')).toBeNull()
  })
})

/** Every command that may stand in an export, besides escapes and accents of one sign. */
const allowed = new Set(
  (
    'textsuperscript textsubscript textbackslash textbraceleft textbraceright textasciicircum textasciitilde textasciigrave ' +
    'textbullet textregistered texttrademark textdegree texteuro textyen textcent textcurrency ' +
    'textonequarter textonehalf textthreequarters textordfeminine textordmasculine ' +
    'textperthousand textnumero textbrokenbar textasciimacron textasciiacute textasciidieresis ' +
    'textexclamdown textquestiondown quotedblbase quotesinglbase guillemotleft guillemotright ' +
    'guilsinglleft guilsinglright copyright S P dag ddag pounds ldots ss ae AE oe OE o O l L aa AA ' +
    'i j dh DH th TH dj DJ ng NG u r H v d c k b hat tilde bar dot ddot check vec mathrm mathbf ' +
    'mathcal mbox stackrel backslash lbrace rbrace cdots spadesuit clubsuit heartsuit diamondsuit ' +
    'Longrightarrow alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa ' +
    'lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma ' +
    'Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega leq geq neq gg ll approx sim simeq cong ' +
    'equiv propto prec succ subset supset subseteq supseteq cup cap otimes oplus odot cdot circ ' +
    'bullet ast star setminus wedge vee perp parallel mid vdash models rightarrow leftarrow ' +
    'leftrightarrow Rightarrow Leftarrow Leftrightarrow mapsto uparrow downarrow longrightarrow in ' +
    'ni notin to times div pm mp le ge ne gets iff sum prod int top bot angle prime dagger ddagger ' +
    'surd neg flat sharp ell hbar Re Im aleph wp partial nabla infty forall exists emptyset ' +
    'triangle langle rangle lfloor rfloor lceil rceil Vert oint'
  ).split(' ')
)

/** Throws what is wrong with a file: braces, commands, fields that end too early. */
function expectHarmless(text: string): void {
  let depth = 0
  for (const sign of text.replace(/^%.*$/gm, '')) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  // How BibTeX takes letters that stay together in an initial for one.
  const ours = text.replaceAll('{\\relax ', '{')
  for (const [command, name = ''] of ours.matchAll(/\\([A-Za-z]+|.|$)/gsu)) {
    const isSign = /^[$&#_%,"'`^~=.]$/.test(name)
    expect(isSign || allowed.has(name), command).toBe(true)
  }
  for (const line of text.split('\n'))
    expect(line).toMatch(/^$|^%[^@]*$|^@[a-z]+\{[A-Za-z0-9][\w:.+/-]*,$|^ {2}[a-z]+ = .*,?$|^\}$/u)
  expect(text).not.toMatch(/\^\^/)
}

describe('text from outside', () => {
  it.each(['bibtex', 'biblatex'] as const)('becomes no command in %s', (dialect) => {
    for (const paper of hostilePapers()) expectHarmless(toBibtex([paper], dialect))
  })

  const scrap = fc.constantFrom(
    ...'\\ { } $ $$ ^ ^^ _ # & % ~ " \' ` < > | @ , = \n \r \0 ( ) [ ] / : ; . é ß α αβ ² ₂ 𝒪 中'.split(
      ' '
    ),
    ...'\u0302 \u0301 \u200B \uD800 \uDC00 🍓 \u202E \u00A0 \u2009 ϕ ∘ ℓ ≤'.split(' '),
    ...'\\input \\write18 \\csname \\def \\relax \\alpha \\mathcal{ \\frac{ \\sqrt{ \\textbf{ \\emph{ \\"'.split(
      ' '
    ),
    ...'\\verb| \\begin{ \\end{ \\( \\) \\[ \\url{ \\href{ ^^5c mathcal{ tilde{ frac{ x_{ x^{ C_Phi and'.split(
      ' '
    ),
    ...' ,a,B,1,input,others,https://'.split(',')
  )
  const text = fc
    .array(fc.oneof(scrap, fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 14 })
    .map((parts) => parts.join(''))
  const part = text.map((value) => (value === '' ? 'x' : value))

  it('never unbalances a brace, begins a command or leaves its field', () => {
    const paper = fc.record({
      type: fc.constantFrom(...paperTypes),
      title: part,
      citationKey: fc.oneof(fc.constant('key'), text),
      ...{ abstract: text, venue: text, volume: text, issue: text, pages: text, publisher: text },
      language: fc.oneof(fc.constantFrom('', 'de', 'en'), text),
      issued: fc.constantFrom('', '2020', '2020-03', '2020-03-14', '2020-99'),
      creators: fc.array(
        fc.record({
          role: fc.constantFrom('author', 'editor'),
          name: fc.oneof(
            fc.record({ literal: part }),
            fc.record({ family: part, given: text, particle: text, suffix: text })
          )
        }),
        { maxLength: 3 }
      ),
      identifiers: fc.array(
        fc.record({
          scheme: fc.constantFrom('doi', 'arxiv', 'pmid', 'isbn', 'other'),
          value: part,
          version: fc.constant(null)
        }),
        { maxLength: 3 }
      ),
      links: fc.array(fc.record({ kind: fc.constantFrom('paper', 'code'), url: text }), {
        maxLength: 2
      }),
      tags: fc.array(fc.record({ id: fc.constant(1), name: text, colour: fc.constant(0) }), {
        maxLength: 2
      })
    }) satisfies fc.Arbitrary<Partial<Paper>>
    fc.assert(
      fc.property(paper, fc.constantFrom('bibtex', 'biblatex'), (given, dialect) => {
        expectHarmless(toBibtex([makePaper(given)], dialect))
      }),
      { numRuns: 3000 }
    )
  })

  it('of 60,000 signs is written in a moment', () => {
    for (const sign of [
      '{',
      'é',
      '$',
      '\\alpha ',
      'α',
      'x_1 ',
      '²',
      '\u0302',
      '"',
      'A-',
      `${'!'.repeat(29_999)}a`,
      '中',
      '🍓'
    ]) {
      const title = sign.repeat(Math.ceil(60_000 / sign.length))
      const started = performance.now()
      toBibtex(
        [
          makePaper({
            title,
            abstract: title,
            creators: [{ role: 'author', name: { literal: title } }]
          })
        ],
        'bibtex'
      )
      expect(performance.now() - started, JSON.stringify(sign)).toBeLessThan(3000)
    }
  })
})

describe('what real BibTeX, Biber and pdfLaTeX stumbled over', () => {
  it('proceedings of nobody who edits them have a key to be sorted by, whoever their author is', () => {
    const proceedings: Partial<Paper> = {
      ...{ type: 'book', title: 'Weaving Days', issued: '2020' },
      creators: authors('Ada Weaver'),
      extra: [{ name: 'entrytype', value: 'proceedings' }]
    }
    expect(toBibtex([makePaper(proceedings)], 'bibtex')).toContain('@proceedings{')
    expect(field(proceedings, 'key')).toBe('Weaving')
    expect(field({ ...proceedings, creators: editors('Ada Weaver') }, 'key')).toBeNull()
  })

  it('a list of BibLaTeX’s with an empty item is held together', () => {
    const publishers = ['and , and and , and', 'Looms and', 'Taylor and Francis']
    expect(
      publishers.map((publisher) =>
        field({ type: 'book', issued: '2020', publisher }, 'publisher', 'biblatex')
      )
    ).toEqual(['{and , and and , and}', '{Looms and}', 'Taylor and Francis'])
  })

  it.each(['howpublished', 'series', 'mytool-rank'])(
    'control characters and halves of characters of a kept %s are left out, its TeX is not',
    (name) => {
      const kept = { extra: [{ name, value: '\\emph{a}\u0000\u0007 \ud800b\u001b' }] }
      expect(toBibtex([makePaper(kept)], 'bibtex')).toContain(`${name} = {\\emph{a} b}`)
    }
  )

  it('a thesis whose year is none that can be written is set as one without a year', () => {
    const thesis: Partial<Paper> = {
      ...{ type: 'thesis', publisher: 'Loom School', creators: authors('Ada Weaver') },
      extra: [{ name: 'date', value: '\\\\[9999pt]' }]
    }
    expect(toBibtex([makePaper(thesis)], 'bibtex')).toMatch(/^% Incomplete: no year[^]*^@misc\{/m)
  })
})

describe('kept fields that pdfLaTeX or BibLaTeX stumbled over', () => {
  const kept = (name: string, value: string, dialect: Dialect = 'biblatex') =>
    field({ extra: [{ name, value }] }, name, dialect)

  it('what words are looked up by is letters', () => {
    expect(kept('editortype', 'compiler')).toBe('compiler')
    expect(kept('editortype', 'Ω $x$ \\emph{compiler}')).toMatch(/^[A-Za-z ]*compiler$/)
    expect(kept('eprinttype', '# & _ ~ ^ deep')).toBe('deep')
  })

  it('letters in the TeX of others are as the dialect has them', () => {
    expect(kept('series', '\\emph{Größe} Ω \\& 🎉 $Ω$')).toBe('\\emph{Größe} {$\\Omega$} \\&  $Ω$')
    expect(kept('series', '\\emph{Größe}', 'bibtex')).toBe('\\emph{Gr{\\"o}{\\ss}e}')
  })

  it('a journal without a short form that can be written goes by its name', () => {
    const article: Partial<Paper> = {
      ...{ type: 'article-journal', venue: 'Looms', issued: '2020', creators: authors('A Weaver') },
      extra: [{ name: 'shortjournal', value: '\\url{x' }]
    }
    const written = toBibtex([makePaper(article)], 'bibtex', {
      ...defaultExportOptions,
      journals: 'abbreviated'
    })
    expect(written).toMatch(/journal = \{\S.*\}/)
  })
})
