import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync
} from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { writeFileAtomically } from '../files/write-file'
import { FiledBytes, fill, HeldBytes, type Bytes } from './bytes'
import { fingerprint } from './fingerprint'
import { InvertedIndex, type Held } from './inverted-index'
import { TermRows } from './term-rows'

/** Another number for another layout of the files: those of before are then left and the index is built anew. */
const layout = 6
const manifestName = 'index.json'
/** Of the files that hold the arrays. */
const ending = '.bin'
/** The arrays that are not read until something of them is wanted: the places of words, and the words of papers. */
const filedOfSegment = 4
const filedOfState = 7
/** What stays in a file is checked in parts of so many bytes. */
const checkedAtATime = 1 << 20

/** A file of arrays, one behind the other. */
interface Stored {
  file: string
  /** Bytes of each array. */
  bytes: number[]
  sum: number
}

interface Manifest {
  layout: number
  /** What the analysis makes of texts, and the machine of numbers. */
  analysis: string
  state: Stored
  terms: number
  /** Bytes of words that no paper has any more. */
  waste: number
  segments: (Stored & Pick<Held, 'number' | 'name' | 'made' | 'live'>)[]
}

/**
 * Writes an index to a folder, where others may have files too: a cache, from which a start is quicker than
 * from the library. Each segment is written once; the manifest comes last, so that a crash leaves the files of before. Of two
 * programs that write at a time one is lost, which costs the next start some time and nothing else.
 * @throws whatever the file system does
 */
export async function saveIndex(index: InvertedIndex, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const former = readManifest(folder)
  const { vocabulary, segments, home, lengths, revisions, sums, words } = await index.export()
  const known = new Map(former?.segments.map((stored) => [stored.file, stored]))
  const written = segments.map(({ number, name, made, live, segment }) => {
    const file = `${name}${ending}`
    const { entries, placeStarts, places } = segment
    const stored =
      known.get(file) ??
      write(folder, file, [
        ...[entries.rows.pairs, entries.starts, entries.bytes, placeStarts],
        places.read(0, places.length)
      ])
    return { ...stored, number, name, made, live }
  })
  const manifest: Manifest = {
    ...{ layout, analysis: analysis(), terms: vocabulary.size, waste: words.waste },
    segments: written,
    state: write(folder, `${randomUUID()}${ending}`, [
      vocabulary.values,
      vocabulary.ids,
      vocabulary.uses,
      words.starts,
      home,
      revisions,
      sums,
      words.bytes.read(0, words.bytes.length),
      lengths,
      vocabulary.words
    ])
  }
  writeFileAtomically(join(folder, manifestName), JSON.stringify(manifest))
  const wanted = new Set([manifestName, manifest.state.file, ...written.map(({ file }) => file)])
  index.readFrom({
    words: open(folder, manifest.state, filedOfState),
    places: new Map(
      segments.flatMap(({ segment }, at) => {
        const stored = written[at]
        return stored !== undefined && segment.places instanceof HeldBytes
          ? [[segment, open(folder, stored, filedOfSegment)]]
          : []
      })
    )
  })
  // Others keep what is theirs in the same folder.
  for (const name of readdirSync(folder))
    if (name.endsWith(ending) && !wanted.has(name)) rmSync(join(folder, name))
}

/** The index that a folder holds; null for none, or for one that is damaged or of another version. */
export function loadIndex(folder: string): InvertedIndex | null {
  const opened: Bytes[] = []
  try {
    const manifest = readManifest(folder)
    if (manifest?.layout !== layout || manifest.analysis !== analysis()) return null
    const state = read(folder, manifest.state, filedOfState, opened)
    const [values, ids, uses, wordStarts, home, revisions, sums, , lengths, words] = state.arrays
    if (!values || !ids || !uses || !wordStarts) return null
    if (!home || !revisions || !sums || !lengths || !words) return null
    return InvertedIndex.from({
      vocabulary: {
        ...{ words, values: ints(values), ids: ints(ids), uses: ints(uses) },
        size: manifest.terms
      },
      words: { bytes: state.filed, starts: ints(wordStarts), waste: manifest.waste },
      segments: manifest.segments.map((stored) => {
        const { arrays, filed: places } = read(folder, stored, filedOfSegment, opened)
        const [pairs, starts, bytes, placeStarts] = arrays
        if (!pairs || !starts || !bytes || !placeStarts) throw damaged(stored.file)
        const { number, name, made, live } = stored
        const entries = { rows: new TermRows(ints(pairs)), starts: ints(starts), bytes }
        const segment = { entries, placeStarts: ints(placeStarts), places }
        return { number, name, made, live, segment }
      }),
      ...{ home: ints(home), revisions: ints(revisions), sums: ints(sums) },
      lengths: new Uint16Array(lengths.buffer)
    })
  } catch {
    // A cache: whatever is wrong with it, the library has all that it is made of.
    for (const bytes of opened) bytes.close()
    return null
  }
}

function analysis(): string {
  return `${fingerprint()}/${endianness()}`
}

function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Manifest
  } catch {
    return null
  }
}

function write(folder: string, file: string, arrays: readonly NodeJS.TypedArray[]): Stored {
  const opened = openSync(join(folder, file), 'w')
  try {
    let sum = 0
    for (const { buffer, byteOffset, byteLength } of arrays) {
      const bytes = new Uint8Array(buffer, byteOffset, byteLength)
      sum = crc32(bytes, sum)
      for (let at = 0; at < byteLength;) at += writeSync(opened, bytes, at)
    }
    fsyncSync(opened)
    return { file, bytes: arrays.map(({ byteLength }) => byteLength), sum }
  } finally {
    closeSync(opened)
  }
}

/** The arrays of a file, without the one that stays there. */
function read(
  folder: string,
  stored: Stored,
  filed: number,
  opened: Bytes[]
): { arrays: Uint8Array[]; filed: Bytes } {
  const { file, bytes, sum } = stored
  const handle = openSync(join(folder, file), 'r')
  const [from, length] = partOf(stored, filed)
  const stays = new FiledBytes(handle, from, length)
  opened.push(stays)
  if (fstatSync(handle).size !== bytes.reduce((total, size) => total + size, 0)) throw damaged(file)
  let at = 0
  let found = 0
  const arrays = bytes.map((size, part) => {
    const array = new Uint8Array(part === filed ? 0 : size)
    fill(handle, array, at)
    found = part === filed ? sumOf(handle, at, size, found) : crc32(array, found)
    at += size
    return array
  })
  if (found !== sum) throw damaged(file)
  return { arrays, filed: stays }
}

/** One array of a file, to be read when something of it is wanted. */
function open(folder: string, stored: Stored, part: number): Bytes {
  return new FiledBytes(openSync(join(folder, stored.file), 'r'), ...partOf(stored, part))
}

/** Where an array of a file begins, and how many bytes it has. */
function partOf({ bytes }: Stored, part: number): [from: number, length: number] {
  return [bytes.slice(0, part).reduce((total, size) => total + size, 0), bytes[part] ?? 0]
}

/** The sum of some bytes of a file behind others that have the sum `before`. */
function sumOf(handle: number, from: number, size: number, before: number): number {
  const buffer = new Uint8Array(Math.min(size, checkedAtATime))
  let sum = before
  for (let at = 0; at < size; at += buffer.length) {
    const part = buffer.subarray(0, Math.min(buffer.length, size - at))
    fill(handle, part, from + at)
    sum = crc32(part, sum)
  }
  return sum
}

function damaged(file: string): Error {
  return new Error(`${file} is damaged.`)
}

/** The very bytes as numbers. */
function ints({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / 4)
}
