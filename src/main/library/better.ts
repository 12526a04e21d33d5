import type { Identifier, PaperFields } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import { statedFields, type StatedField } from '@shared/model/statement'
import { fold } from '@shared/text/fold'
import { formatName, isAndOthers } from '@shared/text/person-name'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'

type Stated = Pick<PaperFields, StatedField>
type People = PaperFields['creators']

/** One field that a source has something new to say of. */
export interface Word {
  field: StatedField
  value: Stated[StatedField]
  /** Whether the paper shows this value from now on. */
  wins: boolean
  /** Whether it holds the former value within it, which then need not be kept. */
  isMore: boolean
}

/** What tells where in a venue a paper stands: of one source with it. */
const goesWithVenue: ReadonlySet<string> = new Set(['volume', 'issue', 'pages', 'publisher'])

/**
 * What becomes of a paper with what a source says of it: the fields it shows then, and each word of the
 * source that is news. Fields in `chosen` keep what the user chose.
 */
export function weigh(
  shown: PaperFields,
  says: Partial<PaperFields>,
  chosen: ReadonlySet<string>
): { next: PaperFields; words: Word[] } {
  const isPublished = !chosen.has('venue') && compare('venue', { shown, said: says }) === 'better'
  const words = statedFields.flatMap((field): Word[] => {
    const value = says[field]
    const verdict = compare(field, { shown, said: says })
    if (value === undefined || verdict === 'same') return []
    const isBetter = verdict !== 'other' || (isPublished && goesWithVenue.has(field))
    return [{ field, value, wins: isBetter && !chosen.has(field), isMore: verdict === 'more' }]
  })
  const shownFrom = words.filter(({ wins }) => wins).map(({ field, value }) => [field, value])
  const isNew = ({ scheme, value }: Identifier): boolean =>
    !shown.identifiers.some((known) => known.scheme === scheme && known.value === value)
  const identifiers = [
    ...shown.identifiers.map((known) => newerVersion(known, says.identifiers ?? [])),
    ...(says.identifiers ?? []).filter(isNew)
  ]
  const next = { ...shown, ...(Object.fromEntries(shownFrom) as Partial<Stated>), identifiers }
  return { next, words }
}

function newerVersion(known: Identifier, said: readonly Identifier[]): Identifier {
  const same = said.find(({ scheme, value }) => scheme === known.scheme && value === known.value)
  return (same?.version ?? 0) > (known.version ?? 0)
    ? { ...known, version: same?.version ?? null }
    : known
}

/**
 * How what a source says of a field stands to what the paper shows: `same` (or less of the same), `more`
 * of the same, `better` or only `other` than it.
 */
function compare(
  field: StatedField,
  { shown, said }: { shown: Stated; said: Partial<Stated> }
): 'same' | 'more' | 'better' | 'other' {
  const [former, next] = [shown[field], said[field]]
  if (next === undefined || next.length === 0) return 'same'
  if (former.length === 0) return 'more'
  if (Array.isArray(former) || Array.isArray(next))
    return comparePeople(former as People, next as People)
  const [a, b] = [tidy(former), tidy(next)]
  if (a === b) return 'same'
  switch (field) {
    case 'title':
      if (isPlaceholderTitle(next)) return 'same'
      return isPlaceholderTitle(former) ? 'more' : 'other'
    case 'type':
      // Without a venue nothing but "a preprint" was known; a published form stays one.
      if (next === 'article') return 'same'
      return former === 'article' && (shown.venue === '' || isPreprintPlace(shown.venue))
        ? 'more'
        : 'other'
    case 'issued':
      if (a.startsWith(b)) return 'same'
      return b.startsWith(a) ? 'more' : 'other'
    case 'abstract':
      if (isBeginning(b, a)) return 'same'
      return isBeginning(a, b) ? 'more' : 'other'
    case 'venue':
      if (isPreprintPlace(next)) return isPreprintPlace(former) ? 'same' : 'other'
      return isPreprintPlace(former) ? 'better' : 'other'
    default:
      return 'other'
  }
}

/** Where preprints lie is not where they were published. */
export function isPreprintPlace(venue: string): boolean {
  return /^(?:arxiv\b|corr\b|(?:bio|med|chem)rxiv\b|ssrn\b|research square\b)/i.test(venue.trim())
}

function comparePeople(former: People, next: People): 'same' | 'more' | 'other' {
  if (inWords(former) === inWords(next)) return 'same'
  const [a, b] = [whole(former), whole(next)]
  const isCut = { a: a.length < former.length, b: b.length < next.length }
  const shared = Math.min(a.length, b.length)
  const agree = [...Array(shared).keys()].every((at) => familyOf(a[at]) === familyOf(b[at]))
  if (!agree) return 'other'
  if (isCut.b && b.length <= a.length) return 'same'
  if (isCut.a && b.length >= a.length) return 'more'
  if (a.length !== b.length) return 'other'
  // The same people: the longer given names tell more than initials do.
  return givenLength(b) > givenLength(a)
    ? 'more'
    : givenLength(b) < givenLength(a)
      ? 'same'
      : 'other'
}

function inWords(people: People): string {
  return people.map(({ role, name }) => `${role} ${formatName(name, 'family-first')}`).join('\n')
}

function whole(people: People): People {
  return people.filter(({ name }) => !isAndOthers(name))
}

function familyOf(person: People[number] | undefined): string {
  const name: PersonName | undefined = person?.name
  if (name === undefined) return ''
  return fold('family' in name ? name.family : name.literal)
}

function givenLength(people: People): number {
  return people.reduce(
    (sum, { name }) => sum + ('given' in name ? name.given.replace(/[.\s]/g, '').length : 0),
    0
  )
}

/** Whether a text is the cut beginning of another. */
function isBeginning(part: string, whole: string): boolean {
  const cut = part.replace(/\s*(?:…|\.\.\.)$/, '')
  return cut.length > 40 && cut.length < whole.length && whole.startsWith(cut)
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
