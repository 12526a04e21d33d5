import { describe, expect, it } from 'vitest'
import { citeText, type CiteFormat } from '@shared/text/cite-text'

const cite = (format: CiteFormat, command = '', brackets = false): string =>
  citeText(['a2020', 'b:c'], { format, command, brackets })

describe('a citation', () => {
  it('is written as each format has it', () => {
    expect(cite('latex')).toBe('\\cite{a2020,b:c}')
    expect(cite('latex', 'citep*')).toBe('\\citep*{a2020,b:c}')
    expect(cite('biblatex')).toBe('\\autocite{a2020,b:c}')
    expect(cite('natbib')).toBe('\\citep{a2020,b:c}')
    expect(cite('pandoc')).toBe('@a2020; @b:c')
    expect(cite('pandoc', '', true)).toBe('[@a2020; @b:c]')
    expect(cite('mmd')).toBe('[#a2020][][#b:c][]')
    expect(cite('typst')).toBe('@a2020 #cite(<b:c>)')
    expect(cite('org')).toBe('[cite:@a2020;@b:c]')
    expect(cite('orgRef')).toBe('cite:a2020,b:c')
    expect(cite('asciidoctor-bibtex')).toBe('cite:[a2020, b:c]')
    expect(cite('keys')).toBe('a2020,b:c')
  })

  it('holds no key and no command that could be more than that', () => {
    const style = { format: 'latex', command: 'input{/etc/passwd}', brackets: false } as const
    expect(citeText(['a}\\input{x', 'ok', ''], style)).toBe('\\cite{ok}')
    expect(citeText(['a b'], style)).toBe('')
  })
})
