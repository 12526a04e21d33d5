import type { CitedPaper, Identifier } from '@shared/model/paper'
import { texToText } from '@shared/text/tex-text'
import { hasMarkup, withoutMarkup } from '@shared/text/title-markup'
import { bestLink } from '../best-link'
import { journalAbbreviation } from '../journal-abbreviation'
import type { Form } from './form'
import { printable } from './harmless'
import type { KeptFields } from './kept'
import { babelName } from './language'
import { escapedText, latexText } from './latex-text'
import { latexTitle } from './latex-title'
import { nameList } from './name'
import { verbatim } from './verbatim'

/** Fields of an entry in the order they are written; those with an empty value are not. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** Authors and editors. `left` counts the people BibTeX has no room for. */
export function people(
  paper: CitedPaper,
  role: 'author' | 'editor',
  form: Form
): ReturnType<typeof nameList> {
  if (listed?.paper !== paper || listed.form !== form) listed = { paper, form }
  listed[role] ??= nameList(
    paper.creators.flatMap((creator) => (creator.role === role ? [creator.name] : [])),
    form.letters,
    form.dialect
  )
  return listed[role]
}

type Names = ReturnType<typeof nameList>
/** The lists of people of the paper that was last asked for: its entry asks for them several times. */
let listed: { paper: CitedPaper; form: Form; author?: Names; editor?: Names } | null = null

/**
 * The title, and BibLaTeX's subtitle. What it came as (TeX of a `.bib` file, Zotero's markup) is written
 * as long as it still says what the paper's title says.
 */
export function titleFields(paper: CitedPaper, kept: KeptFields, form: Form): Fields {
  // What it goes by for want of a title is none.
  if (kept.raw('untitled') === paper.title) return [['title', '']]
  const came = kept.raw('title')
  const subtitle = kept.raw('subtitle')
  const isParted = subtitle !== '' && form.dialect === 'biblatex'
  const whole = [came, subtitle].filter((part) => part !== '').join(': ')
  if (hasMarkup(came) && withoutMarkup(whole) === paper.title)
    return [['title', settable(latexTitle(whole, paper.language, form))]]
  if (came !== '' && form.options.braces !== 'none' && texToText(whole) === paper.title) {
    const [title, rest] = [
      printable(isParted ? came : whole, form.letters),
      printable(subtitle, form.letters)
    ]
    if (title !== null && rest !== null)
      return [
        ['title', title],
        ['subtitle', isParted ? rest : '']
      ]
  }
  return [['title', settable(latexTitle(paper.title, paper.language, form))]]
}

function settable(title: string): string {
  return title.replace(/[{}\s]/g, '') === '' ? 'Untitled' : title
}

/** The journal or book that holds a paper, as it is to be named. */
export function venueField(paper: CitedPaper, kept: KeptFields, form: Form): string {
  const short = kept.raw('shortjournal')
  if (form.options.journals === 'abbreviated' && paper.type === 'article-journal')
    return (
      latexText(short === '' ? journalAbbreviation(paper.venue) : texToText(short), form.letters) ||
      latexText(paper.venue, form.letters)
    )
  return latexText(paper.venue, form.letters)
}

/** Identifiers that both dialects name alike. A DOI gives way where only addresses are wanted. */
export function identifiers(paper: CitedPaper, { options }: Form): Fields {
  return (['doi', 'isbn', 'pmid'] as const).map((scheme) => {
    const isUnwanted =
      scheme === 'doi' && options.addresses === 'url' && bestLink(paper.links) !== ''
    return [scheme, isUnwanted ? '' : identifierOf(paper, scheme)]
  })
}

/** The address of a paper, where it is wanted beside its DOI. */
export function addressOf(paper: CitedPaper, { options }: Form): string {
  const hasDoi = paper.identifiers.some(({ scheme }) => scheme === 'doi')
  return options.addresses === 'doi' && hasDoi ? '' : verbatim(bestLink(paper.links))
}

/** The value of a paper's identifier as verbatim fields hold it; empty for none. */
export function identifierOf(paper: CitedPaper, scheme: Identifier['scheme']): string {
  return verbatim(paper.identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? '')
}

/** A number under which an archive holds a paper; `type` as BibLaTeX knows the archive. */
export interface Eprint {
  id: string
  type: string
}

/**
 * Where a paper is archived: arXiv, else PubMed, else what its address tells (JSTOR, Google Books, the
 * Handle system). An arXiv number is kept on the published form too.
 */
export function eprintOf(paper: CitedPaper, kept: KeptFields): Eprint {
  const arxiv = identifierOf(paper, 'arxiv')
  if (arxiv !== '') return { id: arxiv, type: 'arxiv' }
  const pmid = identifierOf(paper, 'pmid')
  if (pmid !== '') return { id: pmid, type: 'pubmed' }
  for (const type of ['hdl', 'jstor', 'googlebooks']) {
    const id = verbatim(kept.raw(type))
    if (id !== '') return { id, type }
  }
  for (const { url } of paper.links) {
    const jstor = /^https?:\/\/www\.jstor\.org\/stable\/(\S+)$/i.exec(url)
    const handle = /^https?:\/\/hdl\.handle\.net\/(\S+)$/i.exec(url)
    const book = /^https?:\/\/books\.google\.[a-z.]+\/books\?(?:.*&)?id=([\w-]+)/i.exec(url)
    const type = jstor ? 'jstor' : handle ? 'hdl' : 'googlebooks'
    const id = jstor?.[1] ?? handle?.[1] ?? book?.[1]
    if (id !== undefined) return { id: verbatim(id), type }
  }
  return { id: '', type: '' }
}

/** Fields that stand last in both dialects. A comma would part one keyword into two. */
export function lastFields(paper: CitedPaper, { letters }: Form): Fields {
  const keywords = paper.tags.map(({ name }) =>
    escapedText(name.replaceAll(',', ';'), letters).trim()
  )
  return [
    ['langid', babelName(paper.language)],
    ['keywords', keywords.filter((word) => word !== '').join(', ')],
    ['abstract', latexText(paper.abstract, letters)]
  ]
}

/** Pages with a dash of TeX's between two numbers. */
export function pageRange(pages: string, { letters }: Form): string {
  return dashed(pages, letters)
}

/** A volume or number, which may be a range as pages are. */
export function numberField(text: string, { letters }: Form): string {
  return dashed(text, letters)
}

function dashed(text: string, letters: Form['letters']): string {
  if (text === '' || /^\d+$/.test(text)) return text
  const ranged = text.replace(/(\d)\s*(?:--?|[‐‑‒–—−])\s*(?=\p{L}?\d)/gu, '$1–')
  return escapedText(ranged, letters).trim().replaceAll('–', '--')
}

/** The name of what holds a paper: its venue, else its publisher. */
export function holderOf(paper: CitedPaper): string {
  return paper.venue.trim() === '' ? paper.publisher : paper.venue
}

/** As `holderOf`, for theses and reports, whose publisher is the school or the institute. */
export function institutionOf(paper: CitedPaper): string {
  return paper.publisher.trim() === '' ? paper.venue : paper.publisher
}
