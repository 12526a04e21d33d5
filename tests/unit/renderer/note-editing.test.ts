import { describe, expect, it } from 'vitest'
import {
  brokenLine,
  completedLink,
  indented,
  linked,
  listed,
  marked,
  openLink,
  type Edit,
  type Written
} from '../../../src/renderer/src/features/detail/note-editing'

/** A text with its selection between brackets that no note has: `⟨`, `⟩`; one for a caret. */
function read(shown: string): Written {
  const start = shown.indexOf('⟨')
  const bare = shown.replace('⟨', '')
  const end = bare.indexOf('⟩')
  return { text: bare.replace('⟩', ''), start, end: end < 0 ? start : end }
}

function after(shown: string, edit: (written: Written) => Edit | null): string {
  const written = read(shown)
  const made = edit(written)
  if (made === null) return shown
  const text = written.text.slice(0, made.from) + made.insert + written.text.slice(made.to)
  const end = made.end > made.start ? `${text.slice(made.start, made.end)}⟩` : ''
  return `${text.slice(0, made.start)}⟨${end}${text.slice(made.end)}`
}

describe('a line break', () => {
  it.each([
    ['- one⟨', '- one\n- ⟨'],
    ['  * one⟨', '  * one\n  * ⟨'],
    ['9. nine⟨', '9. nine\n10. ⟨'],
    ['1) one⟨ and half', '1) one\n2) ⟨ and half'],
    ['- [x] done⟨', '- [x] done\n- [ ] ⟨'],
    ['> said⟨', '> said\n> ⟨'],
    ['> - said⟨', '> - said\n> - ⟨'],
    ['a\n- one\n- ⟨', 'a\n- one\n⟨'],
    ['- one\n  - ⟨\n- two', '- one\n  ⟨\n- two'],
    ['> ⟨', '⟨'],
    ['plain⟨', 'plain⟨'],
    ['-no item⟨', '-no item⟨']
  ])('in %j makes %j', (before, expected) => {
    expect(after(before, brokenLine)).toBe(expected)
  })
})

describe('Tab', () => {
  it.each([
    ['- one⟨', '  - one⟨', 1],
    ['1. one⟨', '   1. one⟨', 1],
    ['a⟨b', 'a  ⟨b', 1],
    ['⟨a\nb⟩', '  a\n  b', 1],
    ['  - one⟨', '- one⟨', -1],
    ['   1. one⟨', '1. one⟨', -1],
    ['one⟨', 'one⟨', -1]
  ] as const)('on %j makes %j', (before, expected, by) => {
    expect(after(before, (written) => indented(written, by)).replaceAll(/[⟨⟩]/g, '')).toBe(
      expected.replaceAll(/[⟨⟩]/g, '')
    )
  })
})

describe('marks', () => {
  it.each([
    ['a ⟨b⟩ c', '**', 'a **⟨b⟩** c'],
    ['a **⟨b⟩** c', '**', 'a ⟨b⟩ c'],
    ['a ⟨**b**⟩ c', '**', 'a ⟨b⟩ c'],
    ['a **⟨b⟩** c', '*', 'a ***⟨b⟩*** c'],
    ['a ***⟨b⟩*** c', '*', 'a **⟨b⟩** c'],
    ['⟨', '$', '$⟨$']
  ])('on %j with %j make %j', (before, mark, expected) => {
    expect(after(before, (written) => marked(written, mark))).toBe(expected)
  })
})

describe('a link', () => {
  it.each([
    ['see ⟨this⟩', '', 'see [this](⟨)'],
    ['see ⟨https://example.org/a⟩', '', 'see [⟨](https://example.org/a)'],
    ['see ⟨this⟩', 'https://example.org/', 'see [this](https://example.org/)⟨'],
    ['⟨', '', '[⟨]()']
  ])('on %j with %j makes %j', (before, address, expected) => {
    expect(after(before, (written) => linked(written, address))).toBe(expected)
  })

  it('to a paper is completed from where it was opened', () => {
    expect(openLink(read('see [[vas⟨'))).toEqual({ from: 6, typed: 'vas' })
    expect(openLink(read('see [[vas]] ⟨'))).toBeNull()
    expect(openLink(read('see [[vas|⟨'))).toBeNull()
    expect(openLink(read('see [[\n⟨'))).toBeNull()
    expect(after('see [[vas⟨', (written) => completedLink(written, 6, 'vaswani17'))).toBe(
      'see [[vaswani17]]⟨'
    )
    expect(after('see [[vas⟨]] too', (written) => completedLink(written, 6, 'vaswani17'))).toBe(
      'see [[vaswani17]]⟨ too'
    )
  })
})

describe('a list', () => {
  it.each([
    ['⟨one\ntwo⟩', '- one\n- two'],
    ['⟨- one\n- two⟩', 'one\ntwo'],
    ['one⟨', '- one']
  ])('of %j is %j', (before, expected) => {
    expect(after(before, listed).replaceAll(/[⟨⟩]/g, '')).toBe(expected)
  })
})
