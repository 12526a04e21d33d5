import { describe, expect, it } from 'vitest'
import { languageFor } from '@shared/messages/languages'
import { pseudo } from '@shared/messages/pseudo'
import { de } from '@shared/messages/de'
import { en } from '@shared/messages/en'
import { de as windowDe } from '../../../../src/renderer/src/messages/de'
import { en as windowEn } from '../../../../src/renderer/src/messages/en'

describe('the language that is spoken', () => {
  it.each([
    ['de', ['en-US'], 'de'],
    ['system', ['de-AT', 'en-US'], 'de'],
    ['system', ['fr-FR', 'de-DE'], 'de'],
    ['system', ['fr-FR'], 'en'],
    [undefined, [], 'en'],
    ['xx', ['en-GB'], 'en']
  ])('is, for %j on a system of %j, %j', (choice, system, language) => {
    expect(languageFor(choice, system)).toBe(language)
  })
})

describe('the pseudo-language', () => {
  it('marks every text of a catalogue, and nothing else', () => {
    const marked = pseudo({
      a: 'word',
      b: ['x', 1],
      c: (n: number) => `${String(n)} papers`,
      d: '–'
    })
    expect([marked.a, marked.b, marked.c(2), marked.d]).toEqual([
      ...['⟦word⟧', ['⟦x⟧', 1], '⟦2 papers⟧', '–']
    ])
  })
})

/** Texts of a catalogue that are the same in both languages, by their names. */
function same(a: unknown, b: unknown, name = ''): string[] {
  if (typeof a === 'string') return a === b && /\p{L}{3}/u.test(a) ? [name] : []
  if (typeof a !== 'object' || a === null) return []
  return Object.entries(a).flatMap(([key, part]) =>
    same(part, (b as Record<string, unknown>)[key], `${name}.${key}`)
  )
}

describe('German', () => {
  it('leaves in English only what German researchers say too', () => {
    const words = [...same(en, de), ...same(windowEn, windowDe)]
    const known = new Set(
      (
        'paper papers digest digests abstract doi isbn link links pdf code system en de import title has is year added type ' +
        'opml ris nbib csl-json article software label Alt'
      ).split(' ')
    )
    const places = new Set([
      ...['.organise.colours.5', '.organise.colours.6', '.annotations.kinds.text'],
      ...['.organise.tags.sorts.name', '.organise.tags.sorts.count'],
      ...['.latex.project.owners.ours', '.latex.cite.list', '.latex.citing.editor'],
      ...['.latex.citing.port', '.citing.export.preprints', '.commands.groups.latex'],
      ...['.tools.settings.parts.latex', '.sidebar.views.trending', '.sending.abstracts'],
      ...['.sending.formats.markdown', '.sending.formats.eml', '.sending.formats.atom'],
      ...['.pictures.map.zoom', '.pictures.map.heads.2', '.subscriptions.kinds.arxiv'],
      ...['.subscriptions.lists', '.subscriptions.form.name', '.subscriptions.form.port'],
      ...['.subscriptions.form.securities.tls', '.subscriptions.form.securities.starttls']
    ])
    // Names of programs, formats and entry types.
    const names =
      /^\.(?:latex\.(?:project\.dialects|cite\.formats|citing\.editors)|citing\.export\.preprintChoices)\./
    const isKnown = (name: string): boolean =>
      places.has(name) || names.test(name) || known.has(name.split('.').at(-1) ?? '')
    expect(words.filter((name) => !isKnown(name))).toEqual([])
  })
})
