import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { writeFileAtomically } from '../files/write-file'
import { fingerprint } from './fingerprint'
import { InvertedIndex, type Held } from './inverted-index'

/** Another number for another layout of the files: those of before are then left and the index is built anew. */
const layout = 2
const manifestName = 'index.json'
/** Of the files that hold the arrays. */
const ending = '.bin'

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
    const arrays = [
      segment.starts,
      segment.placeStarts,
      segment.papers,
      segment.counts,
      segment.places
    ]
    return { ...(known.get(file) ?? write(folder, file, arrays)), number, name, made, live }
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
      lengths,
      words.bytes,
      Buffer.from(vocabulary.words, 'utf8')
    ])
  }
  writeFileAtomically(join(folder, manifestName), JSON.stringify(manifest))
  const wanted = new Set([manifestName, manifest.state.file, ...written.map(({ file }) => file)])
  // Others keep what is theirs in the same folder.
  for (const name of readdirSync(folder))
    if (name.endsWith(ending) && !wanted.has(name)) rmSync(join(folder, name))
}

/** The index that a folder holds; null for none, or for one that is damaged or of another version. */
export function loadIndex(folder: string): InvertedIndex | null {
  try {
    const manifest = readManifest(folder)
    if (manifest?.layout !== layout || manifest.analysis !== analysis()) return null
    const parts = read(folder, manifest.state)
    const [values, ids, uses, wordStarts, home, revisions, sums, lengths, bytes, words] = parts
    if (!values || !ids || !uses || !wordStarts || !bytes) return null
    if (!home || !revisions || !sums || !lengths || !words) return null
    return InvertedIndex.from({
      vocabulary: {
        words: words.toString('utf8'),
        ...{ values: ints(values), ids: ints(ids), uses: ints(uses) },
        size: manifest.terms
      },
      words: { bytes, starts: ints(wordStarts), waste: manifest.waste },
      segments: manifest.segments.map((stored) => {
        const [starts, placeStarts, papers, counts, places] = read(folder, stored)
        if (!starts || !placeStarts || !papers || !counts || !places)
          throw new Error(`${stored.file} is damaged.`)
        const { number, name, made, live } = stored
        const segment = {
          ...{ starts: ints(starts), placeStarts: ints(placeStarts), papers: ints(papers) },
          counts: shorts(counts),
          places: new Uint8Array(places.buffer, places.byteOffset, places.length)
        }
        return { number, name, made, live, segment }
      }),
      ...{ home: ints(home), revisions: ints(revisions), sums: ints(sums) },
      lengths: shorts(lengths)
    })
  } catch {
    // A cache: whatever is wrong with it, the library has all that it is made of.
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
  const parts = arrays.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength)
  )
  const whole = Buffer.concat(parts)
  writeFileSync(join(folder, file), whole, { flush: true })
  return { file, bytes: parts.map(({ length }) => length), sum: crc32(whole) }
}

function read(folder: string, { file, bytes, sum }: Stored): Buffer[] {
  const whole = readFileSync(join(folder, file))
  if (whole.length !== bytes.reduce((total, size) => total + size, 0) || crc32(whole) !== sum)
    throw new Error(`${file} is damaged.`)
  let at = 0
  return bytes.map((size) => whole.subarray(at, (at += size)))
}

/** The very bytes as numbers; a copy only where they do not lie on the right places. */
function ints(bytes: Buffer): Int32Array {
  const { buffer, byteOffset, length } = aligned(bytes, 4)
  return new Int32Array(buffer, byteOffset, length / 4)
}

function shorts(bytes: Buffer): Uint16Array {
  const { buffer, byteOffset, length } = aligned(bytes, 2)
  return new Uint16Array(buffer, byteOffset, length / 2)
}

function aligned(bytes: Buffer, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes)
}
