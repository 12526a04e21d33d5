import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, encodeText, newFile } from '../../../../src/main/latex/file-text'
import { splitBib } from '../../../../src/main/latex/bib/split-bib'
import {
  hashOf,
  updateBib,
  type BibUpdate,
  type Remembered,
  type WantedEntry
} from '../../../../src/main/latex/bib/update-bib'

function entry(paperId: number, key: string, title = `Title of ${key}`): WantedEntry {
  return { paperId, key, text: `@article{${key},\n  title = {${title}},\n  year = {2026}\n}` }
}

function update(
  text: string,
  wanted: readonly WantedEntry[],
  memory: readonly Remembered[] = [],
  dialect: 'bibtex' | 'biblatex' = 'bibtex'
): BibUpdate {
  return updateBib({ ...newFile, text }, wanted, memory, dialect)
}

const byHand = `% My references
@string{jmlr = "Journal of Machine Learning Research"}

@ARTICLE { Own2020 ,
  journal = jmlr,   author="Ono, Yoko",
  title = {Braces {and "quotes"}}}
@comment{keep me}
trailing words`

describe('a .bib that is kept', () => {
  it('gets what is wanted at its end, behind what was written by hand', () => {
    const { text, added } = update(byHand, [entry(1, 'one'), entry(2, 'two')])
    expect(added).toBe(2)
    expect(text).toBe(`${byHand}\n\n${entry(1, 'one').text}\n\n${entry(2, 'two').text}\n`)
  })

  it('is as it was when nothing is wanted any more', () => {
    const first = update(byHand, [entry(1, 'one'), entry(2, 'two')])
    const second = update(first.text, [entry(2, 'two')], first.remembered)
    expect(second.text).toBe(`${byHand}\n\n${entry(2, 'two').text}\n`)
    expect(update(second.text, [], second.remembered).text).toBe(byHand)
  })

  it('is the same text when nothing has changed', () => {
    const first = update(byHand, [entry(1, 'one')])
    const second = update(first.text, [entry(1, 'one')], first.remembered)
    expect(second).toMatchObject({ text: first.text, added: 0, changed: 0, removed: 0 })
  })

  it('changes an entry where it stands', () => {
    const first = update('', [entry(1, 'one'), entry(2, 'two')])
    const { text } = update(first.text, [entry(1, 'one', 'New'), entry(2, 'two')], first.remembered)
    expect(text).toBe(`${entry(1, 'one', 'New').text}\n\n${entry(2, 'two').text}\n`)
  })

  it('gives an entry its other key where it stands, also one in other capitals', () => {
    const first = update('', [entry(1, 'one'), entry(2, 'two')])
    const second = update(first.text, [entry(1, 'first'), entry(2, 'two')], first.remembered)
    expect(second.text).toBe(`${entry(1, 'first').text}\n\n${entry(2, 'two').text}\n`)
    const third = update(second.text, [entry(1, 'First'), entry(2, 'two')], second.remembered)
    expect(third.text).toBe(`${entry(1, 'First').text}\n\n${entry(2, 'two').text}\n`)
  })

  it('leaves an entry with a wanted key that was written by hand', () => {
    const { text, entries } = update(byHand, [entry(1, 'Own2020')])
    expect(text).toBe(byHand)
    expect(entries).toMatchObject([{ key: 'Own2020', owner: 'theirs', paperId: 1, line: 4 }])
  })

  it('leaves an entry that was changed by hand, and says so until that is settled', () => {
    const first = update('', [entry(1, 'one')])
    const edited = first.text.replace('2026', '2027')
    const second = update(edited, [entry(1, 'one', 'New')], first.remembered)
    expect(second.text).toBe(edited)
    expect(second.entries).toMatchObject([{ key: 'one', owner: 'edited' }])
    const third = update(edited, [entry(1, 'one', 'New')], second.remembered)
    expect(third.entries).toMatchObject([{ owner: 'edited' }])
    // Not wanted any more, it is the user's.
    expect(update(edited, [], second.remembered).text).toBe(edited)
    // The user says that Sheaf may write it.
    const hash = hashOf(edited.trimEnd())
    const settled = [...second.remembered, { paperId: 1, key: 'one', hash, lead: '' }]
    expect(update(edited, [entry(1, 'one', 'New')], settled).text).toBe(
      `${entry(1, 'one', 'New').text}\n`
    )
  })

  it('knows its entries without remembering them, if they read as they would be written', () => {
    const { text } = update('', [entry(1, 'one')])
    const again = update(text, [entry(1, 'one')])
    expect(again.entries).toMatchObject([{ owner: 'ours' }])
    expect(update(text, [], again.remembered).text).toBe('')
  })

  it('keeps an entry that one written by hand inherits from', () => {
    const first = update('', [entry(1, 'proceedings')])
    const text = `${first.text}@inproceedings{own, crossref = {proceedings}}\n`
    expect(update(text, [], first.remembered).text).toBe(text)
  })

  it('writes nothing into a file in which an entry does not end', () => {
    const text = '@article{open,\n  title = {never closed\n\n@book{next,\n title={x}}\n'
    expect(update(text, [entry(1, 'one')])).toMatchObject({ text, brokenAt: 1, added: 0 })
    expect(update(text, []).brokenAt).toBeNull()
  })

  it('does not add to a doubled entry', () => {
    const text = '@misc{one, note={a}}\n@misc{ONE, note={b}}\n'
    expect(update(text, [entry(1, 'one')]).text).toBe(text)
  })

  it('takes a commented entry for one with BibTeX, which reads it, and not with Biber', () => {
    const text = '% @misc{one, note={a}}\n'
    expect(update(text, [entry(1, 'one')]).added).toBe(0)
    expect(update(text, [entry(1, 'one')], [], 'biblatex').added).toBe(1)
  })

  it('keeps encoding, byte order mark and line ends', () => {
    const latin = Buffer.from('% Gr\xfc\xdfe\r\n@misc{own,\r\n note={a}}\r\n', 'latin1')
    const file = decodeText(latin)
    expect(file.encoding).toEqual({ charset: 'latin-1', hasBom: false, newline: '\r\n' })
    const { text, unwritable } = updateBib(
      file,
      [entry(1, 'one', 'Größe'), entry(2, 'two', '漢字')],
      [],
      'biblatex'
    )
    expect(unwritable).toEqual(['two'])
    const bytes = encodeText({ ...file, text })
    expect(bytes.subarray(0, latin.length).equals(latin)).toBe(true)
    expect(bytes.toString('latin1')).toContain('\r\n\r\n@article{one,\r\n  title = {Größe},\r\n')
    const marked = Buffer.from('\ufeff% x\n', 'utf8')
    expect(encodeText(decodeText(marked)).equals(marked)).toBe(true)
    expect(() => decodeText(Buffer.from('\ufeffx', 'utf16le'))).toThrow('UTF-16')
  })
})

const hand = fc.oneof(
  fc.constantFrom(
    '@string{a = "b"}\n',
    '@preamble{"\\newcommand{\\x}{y}"}\n',
    '% a comment\n',
    '@misc{own1, note = {x}}\n',
    '@book(own2, title = "A {B} C")',
    '\r\n\r\n',
    '\n\n',
    '   ',
    'words, mail@example.org',
    '@comment{jabref-meta: x;}'
  ),
  fc.string({ maxLength: 12 }).filter((text) => !/[@{}()"%]/.test(text))
)
const papers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 })

describe('whatever the file', () => {
  it('its bytes come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (array) => {
        const bytes = Buffer.from(array)
        const isWide = (bytes[0] ?? 0) + (bytes[1] ?? 0) === 0xff + 0xfe
        if (!isWide) expect(encodeText(decodeText(bytes)).equals(bytes)).toBe(true)
      })
    )
  })

  it('what was written by hand stays byte for byte, through any changes of what is wanted', () => {
    fc.assert(
      fc.property(
        fc.array(hand, { maxLength: 12 }),
        fc.array(fc.tuple(papers, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 6 }),
        (pieces, rounds) => {
          const original = pieces.join('')
          let [text, memory]: [string, readonly Remembered[]] = [original, []]
          for (const [ids, version] of rounds) {
            const wanted = ids.map((id) => entry(id, `key${String(id)}`, `v${String(version)}`))
            const result = update(text, wanted, memory)
            text = result.text
            memory = result.remembered
            const there = new Set(splitBib(text, 'bibtex').items.map(({ key }) => key))
            for (const { key } of wanted) expect(there.has(key)).toBe(true)
          }
          expect(update(text, [], memory).text).toBe(original)
        }
      ),
      { numRuns: 300 }
    )
  })

  it('loses nothing that either side wrote, in any order of edits', () => {
    const edit = fc.oneof(
      fc.record({ by: fc.constant('us' as const), ids: papers, version: fc.integer({ max: 3 }) }),
      fc.record({ by: fc.constant('them' as const), n: fc.nat(9), at: fc.nat(1000) }),
      fc.record({
        by: fc.constant('editor' as const),
        key: fc.integer({ min: 1, max: 8 }),
        n: fc.nat(9)
      })
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let [text, memory]: [string, readonly Remembered[]] = ['', []]
        const kept = new Set<string>()
        for (const [index, one] of edits.entries()) {
          if (one.by === 'us') {
            const wanted = one.ids.map((id) =>
              entry(id, `key${String(id)}`, `v${String(one.version)}`)
            )
            const result = update(text, wanted, memory)
            ;({ text, remembered: memory } = result)
          } else if (one.by === 'them') {
            const mark = `own${String(index)}x${String(one.n)}`
            const { items } = splitBib(text, 'bibtex')
            const ends = [0, ...items.map(({ end }) => end)]
            const at = ends[one.at % ends.length] ?? 0
            text = `${text.slice(0, at)}\n@misc{${mark}, note = {n}}\n${text.slice(at)}`
            kept.add(`@misc{${mark}, note = {n}}`)
          } else {
            // Somebody changes an entry of ours: from then on it is theirs.
            const { items } = splitBib(text, 'bibtex')
            const item = items.find(({ key }) => key === `key${String(one.key)}`)
            if (item === undefined) continue
            const mark = `note = {by hand ${String(index)}},`
            const at = text.indexOf(',', item.start) + 1
            text = `${text.slice(0, at)} ${mark}${text.slice(at)}`
            kept.add(mark)
          }
          for (const mark of kept) expect(text).toContain(mark)
        }
      }),
      { numRuns: 300 }
    )
  })
})
