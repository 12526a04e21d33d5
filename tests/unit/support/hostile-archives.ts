import { deflateSync, strToU8, zipSync } from 'fflate'
import type { HostileFile } from './hostile-files'

interface Entry {
  name: string | Uint8Array
  /** As it lies in the archive. */
  bytes: Uint8Array
  /** 0 as it is, 8 deflated. */
  method?: number
  flags?: number
  /** What the archive says of it, true or not. */
  size?: number
  packed?: number
  attributes?: number
  /** Where it is said to lie; null for where it does. */
  at?: number | null
}

const word = (value: number): number[] => [value & 255, (value >>> 8) & 255]
const long = (value: number): number[] => [...word(value), ...word(value >>> 16)]

/** An archive byte by byte, for what no program would write. `times` names each entry in its directory so often. */
function zipOf(entries: readonly Entry[], times = 1, comment = ''): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  const put = (list: Uint8Array[], ...bytes: (number[] | Uint8Array)[]): number => {
    const whole = Buffer.concat(bytes.map((one) => Uint8Array.from(one)))
    list.push(whole)
    return whole.length
  }
  for (const entry of entries) {
    const { method = 0, flags = 0, size = entry.bytes.length, attributes = 0 } = entry
    const name = typeof entry.name === 'string' ? strToU8(entry.name) : entry.name
    const packed = entry.packed ?? entry.bytes.length
    const about = [...word(flags), ...word(method), ...long(0), ...long(0), ...long(packed)]
    const lengths = [...long(size), ...word(name.length), ...word(0)]
    const start = entry.at ?? offset
    offset += put(pieces, long(0x04034b50), word(20), about, lengths, name, entry.bytes)
    for (let time = 0; time < times; time++) {
      const shown = times === 1 ? name : strToU8(`${String(time)}.txt`)
      const own = [...long(size), ...word(shown.length), ...word(0)]
      const rest = [...word(0), ...word(0), ...word(0), ...long(attributes), ...long(start)]
      put(directory, long(0x02014b50), word(0x0314), word(20), about, own, rest, shown)
    }
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = word(Math.min(directory.length, 0xffff))
  const end = [...long(0x06054b50), ...long(0), ...count, ...count, ...long(size), ...long(offset)]
  return Buffer.concat([
    ...[...pieces, ...directory, Uint8Array.from(end)],
    ...[Uint8Array.from(word(comment.length)), strToU8(comment)]
  ])
}

const bib = strToU8('@misc{a, title = {Weaving by Hand}}')
/** An archive in an archive in an archive. */
function nested(depth: number): Uint8Array {
  let bytes = zipSync({ 'a.bib': bib })
  for (let level = 0; level < depth; level++) bytes = zipSync({ 'inner.zip': bytes })
  return bytes
}

const named = (...names: (string | Uint8Array)[]): Uint8Array =>
  zipOf(names.map((name) => ({ name, bytes: bib })))

/** Archives that unpack to more than they say, elsewhere than they should, or for ever. */
export function hostileArchives(outside: string, scale: number): HostileFile[] {
  const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024)
  const bomb = (): Uint8Array => deflateSync(zeros(20 * scale), { level: 9 })
  const many = (count: number): Uint8Array =>
    zipOf(Array.from({ length: count }, (_, at) => ({ name: `${String(at)}.txt`, bytes: bib })))
  const size = 20 * scale * 1024 * 1024
  return [
    ['bomb.zip', () => zipOf([{ name: 'a.txt', bytes: bomb(), method: 8, size }])],
    [
      'bomb of text.zip',
      () => zipSync({ 'a.bib': strToU8('@misc{a, title={b}}\n'.repeat(20_000)) })
    ],
    ['says less.zip', () => zipOf([{ name: 'a.txt', bytes: bomb(), method: 8, size: 10 }])],
    ['says more.zip', () => zipOf([{ name: 'a.txt', bytes: bib, size: 200_000_000 }])],
    ['says 4 GB.zip', () => zipOf([{ name: 'a.txt', bytes: bomb(), method: 8, size: 0xfffffffe }])],
    ['says 4 GB packed.zip', () => zipOf([{ name: 'a.txt', bytes: bib, packed: 0xfffffffe }])],
    ['overlapping.zip', () => zipOf([{ name: 'a', bytes: bomb(), method: 8, size }], 1000)],
    ['overlapping texts.zip', () => zipOf([{ name: 'a', bytes: bib }], 300)],
    ['nested 3.zip', () => nested(3)],
    ['nested 30.zip', () => nested(30)],
    [
      'nested bomb.zip',
      () => zipSync({ 'a.zip': zipOf([{ name: 'a', bytes: bomb(), method: 8, size }]) })
    ],
    ['slip.zip', () => named('../../canary.txt', `..\\..\\canary.txt`, `${outside}/canary.txt`)],
    [
      'slip out of a folder.zip',
      () => named('a/../../../canary.txt', './/..//canary.txt', '/a.bib')
    ],
    [
      'symlink.zip',
      () =>
        zipOf([{ name: 'a.bib', bytes: strToU8(`${outside}/canary.txt`), attributes: 0xa1ff0000 }])
    ],
    ['colliding.zip', () => named('A.bib', 'a.bib', 'a.BIB', 'a.bib')],
    ['devices.zip', () => named('CON', 'nul.txt', 'COM1.bib', 'aux', 'a:b.bib', 'lpt1 .bib')],
    [
      'odd names.zip',
      () => named('', ' ', '.', '..', '__proto__', 'constructor', 'toString', 'a\0.bib')
    ],
    [
      'long names.zip',
      () => named('n'.repeat(65_000), `${'d/'.repeat(30_000)}a.bib`, '\u202ebib.a')
    ],
    [
      'broken names.zip',
      () => named(Uint8Array.from([0xff, 0xfe, 0x80]), Uint8Array.from([0xed, 0xa0, 0x80]))
    ],
    ['many.zip', () => many(60_000)],
    ['locked.zip', () => zipOf([{ name: 'a.bib', bytes: bib, flags: 1 }])],
    ['other method.zip', () => zipOf([{ name: 'a.bib', bytes: bib, method: 99 }])],
    ['broken stream.zip', () => zipOf([{ name: 'a.bib', bytes: bib, method: 8, size: 9999 }])],
    ['lies elsewhere.zip', () => zipOf([{ name: 'a.bib', bytes: bib, at: 0x7ffffff0 }])],
    ['cut directory.zip', () => named('a.bib', 'b.bib').subarray(0, 150)],
    [
      'two ends.zip',
      () => zipOf([{ name: 'a.bib', bytes: bib }], 1, `PK\u0005\u0006${'\0'.repeat(18)}`)
    ],
    ['no end.zip', () => Buffer.concat([strToU8('PK\u0003\u0004'), zeros(1)])],
    [
      'zip64.zip',
      () =>
        zipOf([{ name: 'a.bib', bytes: bib, size: 0xffffffff, packed: 0xffffffff, at: 0xffffffff }])
    ]
  ]
}
