import { hostileArchives } from './hostile-archives'
import { hostileMails } from './hostile-mails'
import { hostilePdfs } from './hostile-pdfs'
import { textSamples } from './samples'

/** A file that means harm: its name and what makes its bytes. */
export type HostileFile = readonly [name: string, make: () => Uint8Array | string]

/** Where harm would show: a folder, and an address of this machine, that nothing may reach for. */
export interface Canaries {
  outside: string
  address: string
}

/** Every way to spoil a text of a format that is read. */
const spoilt: readonly (readonly [how: string, spoil: (text: string) => Uint8Array | string])[] = [
  ['nothing in it', (text) => text.replaceAll(' ', '\0')],
  [
    'half letters',
    (text) => Buffer.from(text.replaceAll('o', 'X')).map((byte) => (byte === 0x58 ? 0xed : byte))
  ],
  ['escaped halves', (text) => text.replaceAll('River', '\\ud800&#xd800;\\u0000&#0;')],
  ['other direction', (text) => text.replaceAll(' ', ' \u202e\u2066\u200b\u2060\ufeff')],
  ['stacked accents', (text) => text.replaceAll('e', `e${'\u0301'.repeat(200)}`)],
  ['broken letters', (text) => Buffer.from(text).map((byte, at) => (at % 17 === 3 ? 0xc0 : byte))],
  ['wide, no mark', (text) => Buffer.from(text, 'utf16le')],
  ['wide and cut', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1)],
  ['wide, turned', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['seven bits', (text) => text.replaceAll('<', '+ADw-').replaceAll('"', '+ACI-')],
  ['ends of lines', (text) => text.replaceAll('\n', '\r\n\r\u0085\u2028\u2029\v\f')],
  ['one line', (text) => text.replaceAll(/[\r\n]+/g, ' ').repeat(Math.ceil(6e5 / text.length))],
  ['many times', (text) => text.repeat(200)],
  ['far down', (text) => ' \t'.repeat(500_000) + text],
  ['marks before it', (text) => '\ufeff'.repeat(1000) + text]
]

const many = (text: string, times: number, end = ''): string => text.repeat(times) + end

/** What goes before the root of an XML file, and what stands in it. */
function entities({ outside, address }: Canaries): [how: string, type: string, use: string][] {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`
  )
  return [
    ['laughs', `<!DOCTYPE x [<!ENTITY l0 "ha">${levels.join('')}]>`, '&l12;'],
    ['quadratic', `<!DOCTYPE x [<!ENTITY a "${many('a', 50_000)}">]>`, many('&a;', 20_000)],
    ['file', `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${outside}/canary.txt">]>`, '&e;'],
    ['address', `<!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]>`, '&e;'],
    ['parameter', `<!DOCTYPE x [<!ENTITY % p SYSTEM "${address}"> %p;]>`, '&e;'],
    ['outer type', `<!DOCTYPE x SYSTEM "${address}">`, '&e;'],
    ['public type', `<!DOCTYPE x PUBLIC "-//x//y" "${address}" [<!ENTITY e "EVIL">]>`, '&e;'],
    ['itself', '<!DOCTYPE x [<!ENTITY e "&e;">]>', '&e;'],
    ['open type', '<!DOCTYPE x [<!ENTITY e "', '&e;'],
    ['numbers', '', many('&#65;', 300_000)],
    ['no letters', '', '&#0;&#xD800;&#x110000;&#99999999999;&#-1;&#x;'],
    [
      'inclusion',
      `<?xml-stylesheet href="${address}"?>`,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${outside}/canary.txt"/>`
    ],
    ['deep', '', many('<a>', 100_000)],
    ['deep, closed', '', many('<a>', 100_000) + many('</a>', 100_000)],
    [
      'attributes',
      '',
      `<a ${Array.from({ length: 50_000 }, (_, at) => `a${String(at)}="1"`).join(' ')}/>`
    ],
    ['long name', '', `<${many('a', 1_000_000)}>`],
    ['spaces of names', '', many('<a:b xmlns:a="x">', 50_000)],
    ['open section', '', `<![CDATA[${many(']]', 500_000)}`],
    ['open comments', '', many('<!--', 200_000)],
    ['instructions', '', many('<?a b?>', 100_000)]
  ]
}

function hostileXml(canaries: Canaries): HostileFile[] {
  return ['atom', 'rss', 'endnote', 'pubmed', 'opml'].flatMap((format) => {
    const text = (textSamples[format] ?? '').replace(/^<\?xml.*?\?>/, '')
    return entities(canaries).map(([how, type, use]): HostileFile => [
      `${format} with ${how}.xml`,
      // The title is where a reader looks; what has none shows it in front.
      () =>
        `<?xml version="1.0"?>${type}${/<title/i.test(text) ? text.replace(/(<\w*title\b[^>]*>)/i, `$1${use}`) : text + use}`
    ])
  })
}

function hostileTexts(scale: number): HostileFile[] {
  const far = 100_000 * scale
  return [
    ['deep page.html', () => `<html>${many('<div>', far)}10.5555/weave`],
    ['deep tables.html', () => `<html>${many('<table><tr><td>', far / 10)}`],
    ['misnested.html', () => `<html>${many('<b><p><i></b>', far / 10)}`],
    ['open tags.html', () => `<html>${many('<a href="', far)}`],
    ['attributes.html', () => `<html><a ${many('a ', far)}>x</a>`],
    ['references.html', () => `<html>${many('&amp', far)}${many('&#x1d400;', far)}`],
    ['scripts.html', () => `<html>${many('<script><!--<script>', far)}`],
    [
      'links.html',
      () => `<html>${many('<a href="https://doi.org/10.5555/weave">x</a>', far / 10)}`
    ],
    ['formatting.html', () => `<html>${many('<font><b><i><u>', far / 10)}${many('<p>x', 1000)}`],
    ['deep brackets.json', () => many('[', far) + many(']', far)],
    ['deep braces.json', () => many('{"a":', far) + '1' + many('}', far)],
    [
      'deep item.json',
      () => `[{"type":"book","title":"a","x":${many('[', far)}${many(']', far)}}]`
    ],
    [
      'many keys.json',
      () =>
        `[{"type":"book","title":"a",${Array.from({ length: far }, (_, at) => `"k${String(at)}":1`).join(',')}}]`
    ],
    ['same keys.json', () => `[{"type":"book",${many('"title":"a",', far)}"title":"b"}]`],
    [
      'prototype.json',
      () =>
        '[{"type":"book","title":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]'
    ],
    [
      'numbers.json',
      () =>
        `[{"type":"book","title":"a","volume":1e999,"issued":{"date-parts":[[-1e999,99,${many('9', 9999)}]]}}]`
    ],
    [
      'names of nothing.json',
      () =>
        '[{"type":"book","title":"a","author":[{"literal":"\\u0000"},{"family":"\\u0000","given":"b"}],"keyword":"\\u0000"}]'
    ],
    [
      'title of nothing.json',
      () => '[{"type":"book","title":"\\u0000"},{"type":"book","title":"Looms"}]'
    ],
    [
      'numbers of nothing.json',
      () =>
        '[{"type":"book","title":"a","DOI":"10.1/\\u0000","ISBN":"\\u0000","sheaf":{"links":[],"tags":["\\u0000"],"identifiers":[{"scheme":"doi","value":"\\u0000","version":null}],"note":"\\u0000"}}]'
    ],
    ['deep braces.bib', () => `@misc{a, title = ${many('{', far)}x${many('}', far)}}`],
    ['open braces.bib', () => `@misc{a, title = ${many('{', far)}`],
    [
      'strings.bib',
      () =>
        `@string{a = "x"}${Array.from({ length: 40 }, (_, at) => `@string{${'b'.repeat(at + 1)} = ${at === 0 ? 'a' : 'b'.repeat(at)} # ${at === 0 ? 'a' : 'b'.repeat(at)}}`).join('')}@misc{a, title = ${'b'.repeat(40)}}`
    ],
    [
      'strings in a ring.bib',
      () => '@string{a = b # "x"}@string{b = a # "y"}@misc{a, title = a # b}'
    ],
    [
      'parents in a ring.bib',
      () =>
        '@misc{a, crossref = {b}, title={A}}@misc{b, crossref = {a}, title={B}}@misc{c, crossref={c}, title={C}}'
    ],
    ['many entries.bib', () => many('@misc{a, title = {b}}\n', far / 2)],
    ['many joins.bib', () => `@misc{a, title = ${many('"a" # ', far)}"a"}`],
    ['many names.bib', () => `@misc{a, title={b}, author={${many('a and ', far)}b}}`],
    ['commands.bib', () => `@misc{a, title={${many('\\textbf{', far / 10)}}}`],
    ['accents.bib', () => `@misc{a, title={${many('\\"', far)}}}`],
    [
      'files.bib',
      () =>
        '@misc{a, title={b}, file={:/etc/passwd:PDF;:../../canary.pdf:PDF;:\\\\\\\\host\\\\x.pdf:PDF}}'
    ],
    ['quotations.md', () => `${many('>', far)} 10.5555/weave`],
    ['links.md', () => many('[', far) + many('](http://a', far)],
    ['tables.md', () => `|${many('a|', far)}\n|${many('-|', far)}\n`],
    ['addresses.txt', () => many('http://doi.org/10.5555/(((', far / 10)],
    ['numbers.txt', () => many('arXiv:2603.0000', far)],
    ['tags.ris', () => `TY  - JOUR\nTI  - a\n${many('KW  - b\n', far)}`],
    ['records.ris', () => many('TY  - JOUR\nTI  - a\nER  - \n', far / 4)]
  ]
}

/** Hundreds of files that mean harm, for every format that is read, the same at every call. */
export function hostileFiles(canaries: Canaries, scale: number): HostileFile[] {
  const texts = Object.entries(textSamples).flatMap(([format, text]) =>
    spoilt.map(([how, spoil]): HostileFile => [`${format}, ${how}.txt`, () => spoil(text)])
  )
  return [
    ...texts,
    ...hostileXml(canaries),
    ...hostileTexts(scale),
    ...hostileMails(scale),
    ...hostileArchives(canaries.outside, scale),
    ...hostilePdfs(`${canaries.outside}/canary.txt`, canaries.address, scale)
  ]
}
