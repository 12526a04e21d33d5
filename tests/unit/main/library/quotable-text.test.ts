import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAt } from '@shared/text/quote'
import { QuotableText } from '../../../../src/main/library/quotable-text'

const text = `Sheaves glue local sections. We show that every presheaf on a site has an asso-
ciated sheaf, and that the functor is exact. The proof is by transfinite induction; the
functor is left adjoint to the inclusion. The functor is unique.`

function find(now: string, passage: string, from = text): string | null {
  const start = from.indexOf(passage)
  const quote = quoteAt(from, start, start + passage.length)
  const found = quote === null ? null : new QuotableText(now).find(quote, start)
  return found === null ? null : now.slice(found.start, found.end)
}

describe('a passage is found again', () => {
  it('where lines break elsewhere and words are divided otherwise', () => {
    const now = text.replace('asso-\nciated', 'associated').replaceAll(' the', '\nthe')
    expect(find(now, 'has an asso-\nciated sheaf')).toBe('has an associated sheaf')
    expect(find(text, 'has an associated sheaf', now)).toBe('has an asso-\nciated sheaf')
  })

  it('by what is around it, where its words stand several times', () => {
    const start = text.indexOf('functor is left')
    const quote = quoteAt(text, start, start + 7)
    if (quote === null) throw new Error('nothing quoted')
    const now = `A new beginning. ${text}`
    expect(new QuotableText(now).find(quote, 0)?.start).toBe(start + 17)
  })

  it('nearest to where it was, where everything is the same', () => {
    const line = 'the same line again and again\n'
    const many = line.repeat(20)
    const quote = quoteAt(many, line.length * 12, line.length * 13 - 1)
    if (quote === null) throw new Error('nothing quoted')
    expect(new QuotableText(many).find(quote, line.length * 12)?.start).toBe(line.length * 12)
  })

  it('though some of its letters are others now', () => {
    const now = text.replace('every presheaf on a site', 'any presheaf on a small site')
    const passage = 'We show that every presheaf on a site has an asso-\nciated sheaf'
    expect(find(now, passage)).toBe(
      'We show that any presheaf on a small site has an asso-\nciated sheaf'
    )
  })

  it('with capitals, accents, ligatures and quotes of another kind', () => {
    expect(find('“ﬁnite” COVERS are naive', '"Finite" covers', '"Finite" covers')).toBe(
      '“ﬁnite” COVERS'
    )
  })

  it('long as it may be, by its beginning and end', () => {
    const words = Array.from({ length: 600 }, (_, n) => `word${String(n * 7919)}`)
    const long = words.join(' ')
    const now = `Before. ${words.with(300, 'other').join('\n')} Behind.`
    const quote = quoteAt(long, 0, long.length)
    const found = quote === null ? null : new QuotableText(now).find(quote, 0)
    expect(found).toMatchObject({ start: 8, end: now.length - 8, isSame: false })
  })

  it('but not a short word that only looks the same, nor what is gone', () => {
    expect(find('Of this, the rest says nothing at all.', 'the', text)).toBeNull()
    expect(find('Quite another abstract, about quantum groups and their roots.', text)).toBeNull()
    expect(find('', 'every presheaf')).toBeNull()
  })

  it('wherever it moves within untouched text', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 9, unit: 'grapheme' }), {
      ...{ minLength: 12, maxLength: 60 }
    })
    fc.assert(
      fc.property(words, words, words, fc.nat(), fc.nat(), (before, held, after, a, b) => {
        const characters = Array.from(held.join(' '))
        const former = characters.join('')
        const first = a % characters.length
        const start = characters.slice(0, first).join('').length
        const end = characters
          .slice(0, first + 1 + (b % (characters.length - first)))
          .join('').length
        const quote = quoteAt(former, start, end)
        if (quote === null) return
        const now = `${before.join(' ')} ${held.join('\n')} ${after.join(' ')}`
        const found = new QuotableText(now).find(quote, start)
        if (!/[\p{L}\p{N}]/u.test(quote.exact)) return
        expect(found).not.toBeNull()
        const plain = (one: string): string =>
          one.normalize('NFKD').replace(/[\s\p{Mn}\u00ad\u2010-\u2014\u2212-]/gu, '')
        expect(plain(now.slice(found?.start, found?.end))).toBe(plain(quote.exact))
      })
    )
  })
})
