import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import PostalMime from 'postal-mime'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { SaxesParser } from 'saxes'
import { speak } from '@shared/messages/words'
import { ownDigestFormats, type OwnDigestFormat } from '@shared/model/own-digest-formats'
import type { Paper, PaperFields } from '@shared/model/paper'
import { foldTitle } from '@shared/text/fold'
import type { WritableDb } from '../../../../src/main/database/handle'
import { column, sql } from '../../../../src/main/database/sql'
import { ownDigestOf, writeOwnDigest as write } from '../../../../src/main/export/own-digest'
import { isMail } from '../../../../src/main/import/container/mail'
import { parseText } from '../../../../src/main/import/parse'
import type { ParsedFile } from '../../../../src/main/import/parsed'
import { readSource } from '../../../../src/main/import/read'
import { change } from '../../../../src/main/library/journal'
import { addNote } from '../../../../src/main/library/notes'
import { addPaper } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { applied } from '../../support/applied'
import { fields, newLibrary, temporaryFolder } from '../../support/library'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const at = new Date('2026-03-14T09:05:00Z')
const seen = new Date('2026-11-23T12:00:00Z')
const head = { from: '', at }
const content = { title: 'Lesestoff für Ö', date: '2026-03-14', abstracts: true, notes: true }
const exact: readonly OwnDigestFormat[] = ['html', 'eml', 'atom']

interface Made {
  fields: PaperFields
  note: string
}

/** A library with papers, and these as the library has them. */
function libraryOf(made: readonly Made[]): { db: WritableDb; papers: Paper[] } {
  const db = newLibrary()
  change(db, { kind: 'import', count: made.length, name: '' }, (tx) => {
    for (const { fields: given, note } of made) {
      const id = addPaper(tx, given)
      if (note !== '') addNote(tx, id, note)
    }
  })
  return { db, papers: papersOf(db) }
}

function papersOf(db: WritableDb): Paper[] {
  return getPapers(db, column<number>(db, sql`SELECT id FROM paper ORDER BY id`))
}

function writeOwnDigest(...given: Parameters<typeof write>): string {
  return [...write(...given)].join('')
}

async function read(text: string, format: OwnDigestFormat): Promise<ParsedFile[]> {
  if (format !== 'eml') return [parseText(text, 'digest', seen)]
  const path = join(temporaryFolder(), 'digest.eml')
  writeFileSync(path, text)
  return readSource({ name: 'digest.eml', path })
}

/** What of a paper comes back, whatever the format. */
function kept({ title, identifiers, links, citationKey, note, issued }: Paper) {
  return {
    ...{ title: title.replace(/\s+/g, ' ').trim(), identifiers, links, citationKey, issued },
    note: note.body
  }
}

function wholeOf(paper: Paper) {
  const { title, type, abstract, venue, volume, issue, pages, publisher, language, creators } =
    paper
  const own = { title, type, abstract, venue, volume, issue, pages, publisher, language, creators }
  return { ...kept(paper), ...own }
}

const words = fc.array(
  fc.constantFrom(
    ...[
      'looms',
      '*weave*',
      '$x_1^2$',
      '<b>',
      '&amp;',
      'ü',
      '漢字',
      '[1]',
      '## 2. a',
      '> q',
      '\\',
      '🧵'
    ],
    ...[
      '- b',
      'Key: x',
      '1.',
      '--',
      '"',
      "'",
      '[[key]]',
      '_a_',
      'From here',
      '.',
      '=3D',
      'a: b',
      '~',
      '#'
    ]
  ),
  { minLength: 1, maxLength: 8 }
)
const line = words.map((list) => list.join(' '))
const prose = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
const noted = fc.oneof(
  prose,
  fc.array(fc.oneof(line, fc.constant('')), { maxLength: 6 }).map((lines) => lines.join('\n'))
)
const link = fc.record({
  kind: fc.constantFrom(...(['paper', 'pdf', 'code', 'project', 'data'] as const)),
  url: fc.webUrl({ withQueryParameters: true, withFragments: true })
})

const library = fc
  .array(
    fc.record({
      title: line,
      abstract: prose,
      note: noted.map((text) => (text.trim() === '' ? '' : text)),
      venue: fc.oneof(fc.constant(''), line),
      issued: fc.constantFrom('', '2024', '2024-05', '2024-05-17'),
      links: fc.uniqueArray(link, { maxLength: 3, selector: ({ url }) => url }),
      type: fc.constantFrom(...(['article', 'book', 'thesis'] as const)),
      people: fc.array(fc.constantFrom('Ono', 'van der Berg', 'Ó Súilleabháin', 'ACME; Inc.'), {
        maxLength: 3
      }),
      doi: fc.boolean()
    }),
    { minLength: 1, maxLength: 5 }
  )
  .map((papers) =>
    papers.map(({ note, people, doi, title, ...given }, index): Made => ({
      note,
      fields: fields({
        ...given,
        // Papers that go by one title would be one.
        title: `Paper ${['One', 'Two', 'Three', 'Four', 'Five'][index] ?? ''} ${title}`,
        abstract: given.abstract.trim(),
        creators: people.map((family) => ({
          role: 'author',
          name: family.includes(';')
            ? { literal: family }
            : { family, given: 'Ada B.', particle: '', suffix: '' }
        })),
        identifiers: doi
          ? [
              { scheme: 'doi', value: `10.5555/loom(${String(index)})`, version: null },
              { scheme: 'arxiv', value: `2603.0000${String(index)}`, version: 2 }
            ]
          : []
      })
    }))
  )

afterEach(() => speak('en'))

describe('a digest of one’s own', () => {
  it.each(ownDigestFormats)(
    'as %s gives the same papers, links and notes to an empty library',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(library, fc.constantFrom('en', 'de'), async (made, language) => {
          await speak(language)
          const { papers } = libraryOf(made)
          const text = writeOwnDigest(ownDigestOf(papers, content), format, head)
          const files = await read(text, format)
          expect(files.flatMap(({ skipped }) => skipped)).toEqual([])
          const digests = files.flatMap((file) => file.digests)
          expect(digests).toMatchObject([
            { source: 'Lesestoff für Ö', date: '2026-03-14', dateInferred: false }
          ])
          const other = newLibrary()
          applied(other, files)
          expect(papersOf(other).map(kept)).toEqual(papers.map(kept))
          if (exact.includes(format))
            expect(papersOf(other).map(wholeOf)).toEqual(papers.map(wholeOf))
        }),
        { numRuns: 12 }
      )
    }
  )

  it.each(ownDigestFormats)('as %s leaves out what is not to be sent', async (format) => {
    const { papers } = libraryOf([
      { fields: fields({ title: 'Looms', abstract: 'SECRETABSTRACT' }), note: 'SECRETNOTE' }
    ])
    const bare = ownDigestOf(papers, { ...content, abstracts: false, notes: false })
    const text = writeOwnDigest(bare, format, head)
    expect(text).not.toContain('SECRET')
    expect(Buffer.from(text.replace(/\s/g, ''), 'base64').toString()).not.toContain('SECRET')
    const other = newLibrary()
    applied(other, await read(text, format))
    expect(papersOf(other)).toMatchObject([{ title: 'Looms', abstract: '', note: { body: '' } }])
  })

  it('is the same digest again when it is imported again', async () => {
    const { papers } = libraryOf([{ fields: fields(), note: 'A note.' }])
    const text = writeOwnDigest(ownDigestOf(papers, content), 'html', head)
    const other = newLibrary()
    applied(other, await read(text, 'html'))
    const { added, merged, unchanged } = applied(other, await read(text, 'html'))
    expect([added, merged, unchanged]).toEqual([0, 0, 1])
    expect(papersOf(other)[0]?.note.body).toBe('A note.')
  })
})

describe('the mail', () => {
  it('is a correct one: its lines, its headers, a subject in any script, text and HTML', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        fc.oneof(line, fc.string({ minLength: 1, unit: 'grapheme' })),
        async (made, title) => {
          const { papers } = libraryOf(made)
          const digest = ownDigestOf(papers, { ...content, title: `T ${title}` })
          const mail = writeOwnDigest(digest, 'eml', head)
          expect(mail).toMatch(/^[\r\n\t\u0020-\u007e]*$/)
          expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
          for (const each of mail.split('\r\n')) expect(each.length).toBeLessThanOrEqual(78)
          expect(mail).not.toMatch(/[ \t]\r\n/)
          expect(isMail(Buffer.from(mail))).toBe(true)
          const parsed = await PostalMime.parse(mail)
          expect(parsed.subject).toBe(
            digest.title
              .toWellFormed()
              .replace(/\p{Cc}+/gu, ' ')
              .trim()
          )
          expect(parsed.date).toBe('2026-03-14T09:05:00.000Z')
          expect(parsed.from?.address).toBe('digest@sheaf.invalid')
          expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['papers.json'])
          expect(parsed.html).toContain('<!DOCTYPE html>')
          expect(parsed.text).toContain('2026-03-14 · ')
        }
      ),
      { numRuns: 12 }
    )
  })

  it('folds a subject that is one sign too long for its first line', () => {
    const { papers } = libraryOf([{ fields: fields(), note: '' }])
    for (let looms = 0; looms < 60; looms++) {
      const title = `${'l'.repeat(looms)} 漢字`
      const mail = writeOwnDigest(ownDigestOf(papers, { ...content, title }), 'eml', head)
      for (const each of mail.split('\r\n')) expect(each.length).toBeLessThanOrEqual(76)
    }
  })

  it('is from the address that the user gives, if it is one', () => {
    const digest = ownDigestOf(libraryOf([{ fields: fields(), note: '' }]).papers, content)
    const from = (address: string) => writeOwnDigest(digest, 'eml', { from: address, at })
    expect(from('ada@example.org')).toContain('\r\nFrom: Sheaf <ada@example.org>\r\n')
    expect(from('ada@example.org>\r\nBcc: x@example.org')).not.toContain('Bcc')
  })
})

describe('the feed and the page', () => {
  const hostile = '"><script>x()</script><img src=x onerror=x()>&\u0001\ufffe]]>'

  function hostilePapers(): Paper[] {
    return libraryOf([
      {
        fields: fields({
          ...{ title: `Looms ${hostile}`, abstract: `A ${hostile}`, venue: hostile },
          creators: [{ role: 'author', name: { literal: hostile } }],
          links: [{ kind: 'code', url: 'https://example.org/?a="><script>' }]
        }),
        note: `# ${hostile}\n\n[a](javascript:x()) ![b](https://example.org/b.png)\n\n<iframe src="https://example.org">`
      }
    ]).papers
  }

  it('are well-formed: the feed has an id, a title and a time, and so has every entry, each its own', () => {
    const { papers } = libraryOf([
      {
        fields: fields({
          title: 'Looms',
          identifiers: [{ scheme: 'doi', value: '10.5555/a', version: null }]
        }),
        note: ''
      },
      { fields: fields({ title: 'Rivers' }), note: '' }
    ])
    const twice = [...papers, ...papers, ...hostilePapers()]
    const feed = writeOwnDigest(ownDigestOf(twice, content), 'atom', head)
    const parser = new SaxesParser({ xmlns: true })
    const paths: string[] = []
    const open: string[] = []
    const ids: string[] = []
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ local, uri }) => {
      if (open.at(-1) !== 'paper')
        paths.push(`${open.at(-1) ?? ''}/${uri.startsWith('urn') ? 's:' : ''}${local}`)
      open.push(local)
    })
    parser.on('text', (text) => {
      if (open.at(-1) === 'id') ids.push(text)
    })
    parser.on('closetag', () => {
      open.pop()
    })
    parser.write(feed).close()
    const count = (path: string) => paths.filter((one) => one === path).length
    expect(['feed/id', 'feed/title', 'feed/updated', 'feed/author'].map(count)).toEqual([
      1, 1, 1, 1
    ])
    expect(['entry/id', 'entry/title', 'entry/updated', 'entry/content'].map(count)).toEqual([
      5, 5, 5, 5
    ])
    expect(new Set(ids).size).toBe(6)
    for (const id of ids) expect(URL.canParse(id)).toBe(true)
    expect(writeOwnDigest(ownDigestOf(twice, content), 'atom', head)).toBe(feed)
  })

  it('make no element, handler or address of what papers and notes say', () => {
    const html = writeOwnDigest(ownDigestOf(hostilePapers(), content), 'html', head)
    const names = new Set<string>()
    const walk = (node: DefaultTreeAdapterTypes.Node): void => {
      if ('tagName' in node) {
        names.add(node.tagName)
        for (const { name, value } of node.attrs) {
          expect(name).not.toMatch(/^on|^src$|^style$/)
          if (name === 'href') expect(value).toMatch(/^https?:\/\//)
        }
      }
      if ('childNodes' in node) node.childNodes.forEach(walk)
    }
    walk(parse(html))
    for (const name of ['img', 'iframe', 'object', 'link', 'base', 'form'])
      expect([...names]).not.toContain(name)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('<script type="application/json">')
    expect(foldTitle(html)).toContain('default src none')
  })
})
