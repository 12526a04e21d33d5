import type { PaperFacts } from '@shared/model/topic-map'
import type { Sidebar } from '@shared/model/view'
import { words } from '../../messages/words'

export const colourings = ['tag', 'read', 'year', 'digest'] as const
export type Coloured = (typeof colourings)[number]

/** A colour and what it stands for. */
export interface Category {
  key: string
  label: string
  /** A custom property, or two with the share of the second. */
  colour: string | readonly [from: string, to: string, share: number]
  count: number
}

export interface Colouring {
  categories: Category[]
  /** By row of the map. */
  of: Uint8Array
}

/** Beside the others there is one colour for the rest. */
const most = 7
const rest = '--ink-3'
const yearSteps = 6

/** Before anything is known of the papers all look the same. */
export function uncoloured(count: number): Colouring {
  return { categories: [], of: new Uint8Array(count) }
}

/** Colours of papers by what is known of them; `papers` are those of the map. */
export function colouring(
  by: Coloured,
  papers: Int32Array,
  facts: PaperFacts,
  content: Pick<Sidebar, 'tags' | 'digests'>
): Colouring {
  const rowOf = new Map(Array.from(facts.papers, (id, row) => [id, row]))
  const rows = papers.map((id) => rowOf.get(id) ?? -1)
  const { legend } = words.pictures
  if (by === 'read') {
    const of = Uint8Array.from(rows, (row) =>
      (facts.read[row] ?? 0) > 0 ? 2 : facts.triage[row] === 1 ? 0 : 1
    )
    return counted(of, [
      { key: 'inbox', label: legend.inbox, colour: '--tag-6' },
      { key: 'unread', label: legend.unread, colour: '--tag-2' },
      { key: 'read', label: legend.read, colour: '--accent' }
    ])
  }
  if (by === 'year') return byYear(rows, facts)
  const values = by === 'tag' ? facts.tags : facts.digests
  const counts = new Map<number, number>()
  for (const row of rows) {
    const value = values[row] ?? 0
    if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const named =
    by === 'tag'
      ? content.tags
          .filter(({ id }) => counts.has(id))
          .map(({ id, name, colour }) => ({ id, name, colour }))
          .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
      : content.digests
          .filter(({ id }) => counts.has(id))
          .sort((a, b) => (a.date < b.date ? 1 : -1))
          .map(({ id, source, date }, at) => ({
            ...{ id, name: words.sidebar.source(source, date), colour: at }
          }))
  const shown = named.slice(0, most)
  const numbers = new Map(shown.map(({ id }, at) => [id, at]))
  const of = Uint8Array.from(rows, (row) => numbers.get(values[row] ?? 0) ?? shown.length)
  return counted(of, [
    ...distinct(shown),
    { key: 'rest', label: by === 'tag' ? legend.noTag : legend.otherDigests, colour: rest }
  ])
}

/** Tags have their own colours; where two of them have the same, the second gets one that is free. */
function distinct(
  shown: readonly { id: number; name: string; colour: number }[]
): Omit<Category, 'count'>[] {
  const taken = new Set<number>()
  return shown.map(({ id, name, colour }) => {
    let own = colour % 8
    for (let tries = 0; taken.has(own) && tries < 8; tries++) own = (own + 1) % 8
    taken.add(own)
    return { key: String(id), label: name, colour: `--tag-${String(own)}` }
  })
}

/** Years in a few steps, from grey to full colour; the older ones together. */
function byYear(rows: Int32Array, facts: PaperFacts): Colouring {
  const years = rows.map((row) => facts.years[row] ?? 0)
  const known = [...years].filter((year) => year > 0).sort((a, b) => a - b)
  const { legend } = words.pictures
  const [newest, oldest] = [known.at(-1) ?? 0, known[0] ?? 0]
  // Of the papers a twentieth may be older than the first step.
  const from = Math.max(known[Math.floor(known.length / 20)] ?? 0, oldest)
  const step = Math.max(1, Math.ceil((newest - from + 1) / yearSteps))
  const count = Math.max(1, Math.min(yearSteps, Math.ceil((newest - from + 1) / step)))
  const of = Uint8Array.from(years, (year) =>
    year <= 0 ? count : Math.max(0, count - 1 - Math.floor((newest - year) / step))
  )
  const steps = Array.from({ length: count }, (_, at): Omit<Category, 'count'> => {
    const last = newest - (count - 1 - at) * step
    const first = at === 0 ? oldest : last - step + 1
    return {
      key: `year-${String(last)}`,
      label: first === last ? String(last) : legend.years(first, last),
      colour: ['--line-2', '--accent', (at + 1) / count]
    }
  })
  return counted(of, [...steps, { key: 'rest', label: legend.noYear, colour: '--tag-1' }])
}

function counted(of: Uint8Array, categories: readonly Omit<Category, 'count'>[]): Colouring {
  const counts = new Uint32Array(categories.length)
  for (const category of of) counts[category] = (counts[category] ?? 0) + 1
  return {
    of,
    categories: categories.map((category, at) => ({ ...category, count: counts[at] ?? 0 }))
  }
}
