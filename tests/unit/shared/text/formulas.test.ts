import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFormulas } from '@shared/text/formulas'

const found = (raw: string): string[] =>
  findFormulas(raw).map(({ tex, isDisplay }) => (isDisplay ? `display ${tex}` : tex))

describe('formulas of an abstract', () => {
  it.each([
    ['for $n=10^6$ samples', ['n=10^6']],
    ['at \\(O(n \\log n)\\) cost, $\\alpha$', ['O(n \\log n)', '\\alpha']],
    ['so that $$x^2$$ and \\[ y_1 \\]', ['display x^2', 'display  y_1 ']],
    [
      'by\n\\begin{equation}\nE = mc^2\n\\end{equation} it',
      ['display \\begin{equation}\nE = mc^2\n\\end{equation}']
    ],
    ['\\begin{eqnarray}a&b\\end{eqnarray}', ['display \\begin{align*}a&b\\end{align*}']]
  ])('%j has them', (raw, formulas) => {
    expect(found(raw)).toEqual(formulas)
  })

  it.each([
    'It costs $5 to $10, or US$3 and $4M.',
    'if ($self,$name) or ($left->$right) or echo $HOME/$USER',
    'https://example.org/a_b^c/$x$/~me',
    'a \\[ that nothing closes, \\begin{equation} neither',
    'no $ at all',
    'a price of \\$5 and \\$6'
  ])('%j has none', (raw) => {
    expect(found(raw)).toEqual([])
  })

  it('are ranges of the text, in order and apart, whatever the text', () => {
    const scraps = fc.constantFrom('$', '$$', '\\(', '\\)', '\\[', '\\]', 'x^2', ' ', '\\', 'a')
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
        const raw = parts.join('')
        let end = 0
        for (const formula of findFormulas(raw)) {
          expect(formula.start).toBeGreaterThanOrEqual(end)
          expect(raw.slice(formula.start, formula.end)).toContain(formula.tex)
          end = formula.end
        }
      }),
      { numRuns: 2000 }
    )
  })
})
