import type { TermVectors } from '@shared/model/term-vectors'
import type { Region } from '@shared/model/topic-map'
import { embed, placeAmong, type Places } from './embed'
import { Neighbours, type Near } from './neighbours'
import { reduceBytes, reduceTerms, type Rows } from './reduce'
import { randomFrom } from './random'
import { regionsOf } from './regions'

/** Where every paper lies; x and y are NaN for one that has no words to go by. */
export interface PlacedPapers {
  of: 'terms' | 'meaning'
  papers: Int32Array
  xs: Float32Array
  ys: Float32Array
  /** 1 for those that were laid out together, among which the others were placed. */
  landmarks: Uint8Array
  /** Papers that were placed since all were laid out. */
  placedLater: number
  regions: Region[]
}

/** Vectors of what papers mean, of signed bytes. */
export interface MeaningBytes {
  papers: Int32Array
  values: Int8Array
  width: number
}

/** So many papers, drawn by lot, are laid out together. */
const mostLandmarks = 6000
/** Dimensions that are left of terms, and of meaning. */
const width = 48
const neighbours = 15
const neighboursOfOthers = 8
/** Meaning is what places are made of when so many of the papers have a vector. */
const enoughMeaning = 0.95
/** How far a force carries at first where the map is to stay like the one before. */
const gentle = 0.25
/** How far apart landmarks begin. */
const begunWithin = 10

type Report = (done: number) => void

/** Lays all papers out; those that had a place before begin there, so that the map stays like itself. */
export function layOut(
  vectors: TermVectors,
  meaning: MeaningBytes | null,
  former: PlacedPapers | null,
  report: Report = () => undefined
): PlacedPapers {
  const rows = rowsWithWords(vectors)
  const bytes = bytesByRow(vectors, meaning)
  const meant = bytes === null ? [] : rows.filter((row) => bytes.has[row] === 1)
  const of = rows.length > 0 && meant.length >= rows.length * enoughMeaning ? 'meaning' : 'terms'
  const landmarks = drawn(of === 'meaning' ? meant : rows, vectors.papers)
  const spaces = new Spaces(vectors, bytes, landmarks)
  const space = spaces.get(of)
  report(0.25)
  const near = new Neighbours(space, landmarks)
  const links = Array.from(landmarks, (row, at) => near.of(row, neighbours, at))
  report(0.4)
  const { places: begun, isLikeBefore } = beginning(space, landmarks, links, vectors.papers, former)
  const rounds = landmarks.length > 2000 ? 200 : 400
  const places = embed(links, begun, rounds, isLikeBefore ? gentle : 1)
  report(0.7)
  const placed = emptyMap(vectors.papers, of)
  for (const [at, row] of landmarks.entries()) {
    placed.xs[row] = places[2 * at] ?? 0
    placed.ys[row] = places[2 * at + 1] ?? 0
    placed.landmarks[row] = 1
  }
  placeOthers(placed, rows, spaces, landmarks, places)
  report(0.9)
  placed.regions = regionsOf(vectors, placed)
  return placed
}

/** Gives papers that came since a place among the landmarks of a map; all others stay where they are. */
export function placeMore(
  former: PlacedPapers,
  vectors: TermVectors,
  meaning: MeaningBytes | null
): PlacedPapers {
  const known = new Map(Array.from(former.papers, (paper, at) => [paper, at]))
  const isLandmark = (row: number): boolean =>
    former.landmarks[known.get(vectors.papers[row] ?? 0) ?? -1] === 1
  const words = rowsWithWords(vectors)
  const bytes = bytesByRow(vectors, meaning)
  const landmarks = Int32Array.from(
    words.filter(
      (row) => isLandmark(row) && (former.of === 'terms' || bytes === null || bytes.has[row] === 1)
    )
  )
  const fresh = words.filter((row) => !known.has(vectors.papers[row] ?? 0))
  const places = new Float32Array(2 * landmarks.length)
  for (const [at, row] of landmarks.entries()) {
    const index = known.get(vectors.papers[row] ?? 0) ?? 0
    places[2 * at] = former.xs[index] ?? 0
    places[2 * at + 1] = former.ys[index] ?? 0
  }
  const placed = emptyMap(vectors.papers, former.of)
  placeOthers(placed, fresh, new Spaces(vectors, bytes, landmarks), landmarks, places)
  const added = [...vectors.papers.keys()].filter((row) => !known.has(vectors.papers[row] ?? 0))
  const take = <T extends Int32Array | Float32Array | Uint8Array>(kept: T, more: T): T => {
    const all = new (kept.constructor as new (size: number) => T)(kept.length + added.length)
    all.set(kept)
    all.set(
      added.map((row) => more[row] ?? 0),
      kept.length
    )
    return all
  }
  return {
    ...{ of: former.of, regions: former.regions },
    placedLater: former.placedLater + fresh.length,
    papers: take(former.papers, placed.papers),
    xs: take(former.xs, placed.xs),
    ys: take(former.ys, placed.ys),
    landmarks: take(former.landmarks, placed.landmarks)
  }
}

/** Rows of papers in few dimensions, by terms or by meaning, each made when it is first wanted. */
class Spaces {
  readonly #made = new Map<'terms' | 'meaning', Rows>()

  constructor(
    private readonly vectors: TermVectors,
    private readonly bytes: ReturnType<typeof bytesByRow>,
    private readonly landmarks: Int32Array
  ) {}

  has(row: number): boolean {
    return this.bytes?.has[row] === 1
  }

  get(of: 'terms' | 'meaning'): Rows {
    const known = this.#made.get(of)
    if (known !== undefined) return known
    const made =
      of === 'meaning' && this.bytes !== null
        ? reduceBytes(this.bytes.values, this.bytes.width, this.landmarks, width)
        : reduceTerms(this.vectors, this.landmarks, width)
    this.#made.set(of, made)
    return made
  }
}

/** A paper without a vector of its meaning is placed by its terms, wherever those of the others come from. */
function placeOthers(
  placed: PlacedPapers,
  rows: readonly number[],
  spaces: Spaces,
  landmarks: Int32Array,
  places: Places
): void {
  const finders = new Map<'terms' | 'meaning', Neighbours>()
  for (const row of rows) {
    if (placed.landmarks[row] === 1) continue
    const of = placed.of === 'meaning' && spaces.has(row) ? 'meaning' : 'terms'
    let finder = finders.get(of)
    if (finder === undefined) finders.set(of, (finder = new Neighbours(spaces.get(of), landmarks)))
    const near = finder.of(row, neighboursOfOthers)
    const [x, y] = placeAmong(near, places, placed.papers[row] ?? 0)
    placed.xs[row] = x
    placed.ys[row] = y
  }
}

function emptyMap(papers: Int32Array, of: PlacedPapers['of']): PlacedPapers {
  return {
    ...{ of, papers, placedLater: 0, regions: [] },
    xs: new Float32Array(papers.length).fill(NaN),
    ys: new Float32Array(papers.length).fill(NaN),
    landmarks: new Uint8Array(papers.length)
  }
}

function rowsWithWords({ papers, starts }: TermVectors): number[] {
  return [...papers.keys()].filter((row) => (starts[row + 1] ?? 0) > (starts[row] ?? 0))
}

function bytesByRow(
  { papers }: TermVectors,
  meaning: MeaningBytes | null
): { values: Int8Array; has: Uint8Array; width: number } | null {
  if (meaning === null) return null
  const at = new Map(Array.from(meaning.papers, (paper, index) => [paper, index]))
  const values = new Int8Array(papers.length * meaning.width)
  const has = new Uint8Array(papers.length)
  for (const [row, paper] of papers.entries()) {
    const index = at.get(paper)
    if (index === undefined) continue
    has[row] = 1
    const from = index * meaning.width
    values.set(meaning.values.subarray(from, from + meaning.width), row * meaning.width)
  }
  return { values, has, width: meaning.width }
}

/** Those of some rows that the lot falls on: most of them the same ones when the library has grown. */
function drawn(rows: readonly number[], papers: Int32Array): Int32Array {
  if (rows.length <= mostLandmarks) return Int32Array.from(rows)
  const lots = rows.map((row) => ({ row, lot: randomFrom(papers[row] ?? 0)() }))
  lots.sort((a, b) => a.lot - b.lot)
  return Int32Array.from(lots.slice(0, mostLandmarks), ({ row }) => row).sort()
}

/** Where landmarks begin: where they were, else in the two directions in which they differ most. */
function beginning(
  { values, width: wide }: Rows,
  landmarks: Int32Array,
  links: readonly Near[],
  papers: Int32Array,
  former: PlacedPapers | null
): { places: Places; isLikeBefore: boolean } {
  const places = new Float32Array(2 * landmarks.length)
  const known = new Map(Array.from(former?.papers ?? [], (paper, at) => [paper, at]))
  const knownPlace = (at: number): [x: number, y: number] | null => {
    const index = known.get(papers[landmarks[at] ?? 0] ?? 0)
    const [x, y] = [former?.xs[index ?? -1] ?? NaN, former?.ys[index ?? -1] ?? NaN]
    return Number.isNaN(x) ? null : [x, y]
  }
  const knows = landmarks.filter((_, at) => knownPlace(at) !== null).length
  const isLikeBefore = landmarks.length > 0 && knows > landmarks.length / 2
  for (const [at, row] of landmarks.entries()) {
    const own = knownPlace(at)
    const near = [...(links[at]?.landmarks ?? [])].flatMap((other) => [knownPlace(other) ?? []])
    const all = (own === null ? near : [own]).filter((place) => place.length === 2)
    if (isLikeBefore && all.length > 0) {
      places[2 * at] = all.reduce((sum, [x = 0]) => sum + x, 0) / all.length
      places[2 * at + 1] = all.reduce((sum, [, y = 0]) => sum + y, 0) / all.length
    } else {
      places[2 * at] = begunWithin * (values[row * wide] ?? 0)
      places[2 * at + 1] = begunWithin * (wide > 1 ? (values[row * wide + 1] ?? 0) : 0)
    }
  }
  return { places, isLikeBefore }
}
