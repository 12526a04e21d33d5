import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displaySegments, plainText } from '@shared/text/residue'
import { isPlainProse } from '@shared/text/residue-plain'

/** What is displayed, with every segment that is not plain text in brackets. */
function shown(raw: string): string {
  const marks = { text: '', sup: '^', sub: '_', math: '' }
  return displaySegments(raw)
    .map(({ kind, text }) => (kind === 'text' ? text : `[${marks[kind]}${text}]`))
    .join('')
}

describe('text that lost its LaTeX on the way', () => {
  it.each([
    ['much faster, \\eg, in minutes', 'much faster, e.g., in minutes'],
    ['\\ie a set', 'i.e. a set'],
    ['as Ho \\etal. show', 'as Ho et al. show'],
    ['BT^2: Training', 'BT[^2]: Training'],
    ['Mask^2DiT', 'Mask[^2]DiT'],
    ['in TC^0.', 'in TC[^0].'],
    ['the ell_1-loss', 'the [ℓ][_1]-loss'],
    ['a (nu^2-based) rule', 'a ([ν][^2]-based) rule'],
    ['a risk of mathcal{O}(n)', 'a risk of [O](n)'],
    ['mathcal{C_Phi/m}', '[C][_Φ][/m]'],
    ['C_{Phi circ Psi} and C_{Phicirc Psi}', '[C][_Φ∘Ψ] and [C][_Φ∘Ψ]'],
    ['when m gg n', 'when m [≫] n'],
    ['p_d(y|x) ; forall d.', '[p][_d](y|x) [∀] d.'],
    ['functions Psi with C_Psi', 'functions [Ψ] with [C][_Ψ]'],
    ['tilde{O}(sqrt{n})', '[Õ]([√n])'],
    ['in mathbb{R}^d', 'in [ℝ][^d]'],
    ['x_{i in S} and W_{in}', '[x][_i∈S] and [W][_in]'],
    ['32times32 pixels', '32×32 pixels'],
    ['10^{-3} and 10^-6', '10[^-3] and 10[^-6]'],
    ['CO_2 and H_2O', 'CO[_2] and [H][_2]O'],
    ['AP_{50} of 41', 'AP[_50] of 41'],
    ['the n^th one', 'the [n][^th] one']
  ])('%j is shown as %j', (raw, display) => {
    expect(shown(raw)).toBe(display)
  })
})

describe('LaTeX as it is written', () => {
  it.each([
    ['$\\alpha_i^2$ grows', '[α][_i][^2] grows'],
    ['\\(x \\leq y\\)', '[x ≤ y]'],
    ['for $n=10^6$ samples', 'for [n=10][^6] samples'],
    ['$\\mathbb{R}^{n \\times m}$', '[ℝ][^n×m]'],
    ['$\\frac{a+b}{c}$', '[(a+b)/c]'],
    ['$\\hat{y}$', '[ŷ]'],
    ['10.3\\% & 4\\$', '10.3% & 4$'],
    ['360{\\deg} views', '360[°] views'],
    ['na\\"ive Erd\\H{o}s and G{\\"o}del', 'naïve Erdős and Gödel'],
    ['S\\o{}ren {\\L}ukasz \\v{C}apek', 'Søren Łukasz Čapek'],
    ['{\\em first} \\textbf{second} \\emph{third $x^2$}', 'first second third [x][^2]'],
    ['our \\ModelName~wins, \\ModelName{} too', 'our ModelName wins, ModelName too'],
    ["``so'' and `such' and ''this''", '“so” and ‘such’ and “this”'],
    ['10<sup>3</sup> of H<sub>2</sub>O', '10[^3] of H[_2]O']
  ])('%j is shown as %j', (raw, display) => {
    expect(shown(raw)).toBe(display)
  })
})

describe('what only looks like it', () => {
  it.each([
    'We go in to the sim and play gg, ll and cap it; nu metal, pi day, mu and chi.',
    'file_name, snake_case, my_var_2, __init__, x_train, n_estimators, v_1.txt, top_k, i_max',
    'https://example.org/a_b^c/$x$/~me and www.example.org/x_1 and me_2@example.org',
    'std::vector<int> a_b{1}; x ^= y; p->q_1; i++; #include <x_1.h>',
    'It costs $5 to $10, or US$3 and $4M.',
    'C:\\Users\\Name\\x_1 and \\\\server\\share',
    '{"age": 3, \\"name\\": \\"x\\"}',
    'the `x_1` variable and `q^2`',
    "call `clean(' = v ')` and `split(' ')` once",
    'L_star, m_ast, R_68K_GOT16, M_68010 and U_in',
    'if ($self,$name) or ($left->$right) or echo $HOME/$USER',
    "it's the authors' own; rock 'n' roll",
    'a <sks> dog, 3 < 4 > 2, ^_^ and a ^ b',
    'phi-Decoding with Gamma rays',
    'a gg b is no sentence; I ll go',
    'Regex \\d+ and \\n and \\bword\\b',
    'An e-mail to first.last_name@uni.example',
    'github.com/user/repo_1 has it',
    'The text{here} stays {as} it is',
    '3 times 4 and times change; 10 in 20',
    '{here} {open-source our code}'
  ])('%j stays as it is', (raw) => {
    expect(displaySegments(raw)).toEqual([{ kind: 'text', text: raw, start: 0, end: raw.length }])
  })

  it('leaves a Greek name alone unless a formula of the same text uses it', () => {
    expect(shown('models Phi and Psi')).toBe('models Phi and Psi')
    expect(shown('models Phi and Psi of C_Phi')).toBe('models [Φ] and Psi of [C][_Φ]')
  })
})

describe('plain text', () => {
  it.each([
    ['BT^2: Backward', 'BT²: Backward'],
    ['ell_1-loss', 'ℓ₁-loss'],
    ['p_d(y)', 'p_d(y)'],
    ['C_{Phi circ Psi}', 'C_(Φ∘Ψ)'],
    ['turned by 90^circ', 'turned by 90°'],
    ['plain words', 'plain words'],
    ['', '']
  ])('of %j is %j', (raw, text) => {
    expect(plainText(raw)).toBe(text)
  })
})

const scraps = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'\\ { } $ ^ _ ` \' " < > ~ % & # | ( ) [ ] ; , . - 1 2 a x I n \n é α 𝒪 \uD800 \u0302'
        .split(' ')
        .concat(' '),
      ...'mathcal{ ell Phi nu gg forall infty times sqrt{ frac{ \\frac \\alpha \\textbf{ \\emph{ \\em'.split(
        ' '
      ),
      ..."\\eg \\\"o \\H{o} {\\deg} <sup> </sup> https:// :: `` '' $$ \\( \\) in circ".split(' ')
    ),
    fc.string({ maxLength: 4, unit: 'binary' })
  ),
  { maxLength: 60 }
)

describe('any text at all', () => {
  it('is covered once, in order, without gaps', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const raw = parts.join('')
        let end = 0
        for (const segment of displaySegments(raw)) {
          expect(segment.start).toBe(end)
          expect(segment.end).toBeGreaterThan(segment.start)
          end = segment.end
        }
        expect(end).toBe(raw.length)
      }),
      { numRuns: 5000 }
    )
  })

  it('keeps its letters where nothing is markup', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,;:()?!-]*$/), (raw) => {
        fc.pre(!/times|infty|ell/.test(raw))
        expect(plainText(raw)).toBe(raw)
      })
    )
  })

  it.each([
    ['braces', '{'],
    ['closed braces', '{}'],
    ['nested scripts', 'x_{'],
    ['dollars', '$'],
    ['dollars and letters', '$a '],
    ['backslashes', '\\'],
    ['commands', '\\alpha'],
    ['nested commands', '\\emph{'],
    ['backticks', '`a'],
    ['apostrophes', "''a"],
    ['one long word', 'a'],
    ['at signs', 'a@'],
    ['dots', 'a.b'],
    ['faces', 'mathcal{'],
    ['fractions', '\\frac{'],
    ['spaces', ' '],
    ['letters with marks', 'x^'],
    ['signs of code', '::'],
    ['tags', '<sup>'],
    ['quoted', '\\"a']
  ])('is read in a moment: 200,000 characters of %s', (_, part) => {
    const raw = part.repeat(Math.ceil(200_000 / part.length))
    const started = performance.now()
    displaySegments(raw)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('plain prose', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...['alpha', 'sim', 'geq', 'times', '3times4', 'ell', 'and', 'cap', 'a', 'LoomNet', "it's"],
      ...['x_1', 'C^2', 'www.a.org/b', 'i.e.,', '(so)', "''", '"', '—', 'ünd', 'n:', '=', '5']
    ),
    fc.stringMatching(/^[A-Za-z]{1,6}[,.]?$/)
  )
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))

  it('is what stands for itself, however closely it is looked at', () => {
    fc.assert(
      fc.property(text, (raw) => {
        fc.pre(isPlainProse(raw))
        // The sign before it makes every word be read.
        expect(plainText(`_ ${raw}`)).toBe(`_ ${raw}`)
        expect(plainText(raw)).toBe(raw)
      })
    )
  })

  it.each(['a < b', 'n geq 3', '3times4', 'of ell', 'two  blanks', "''so''", 'x_1', 'ü', 'a%'])(
    'is not: %s',
    (raw) => {
      expect(isPlainProse(raw)).toBe(false)
    }
  )
})
