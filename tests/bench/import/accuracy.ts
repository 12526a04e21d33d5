import { existsSync, readFileSync } from 'node:fs'
import { fold, foldTitle } from '@shared/text/fold'
import type { ParsedPaper } from '../../../src/main/import/parsed'

/** What somebody else says of a paper, as plainly as it can be read out of their file. Empty: nothing. */
interface Truth {
  title: string
  families: string[]
  year: string
  doi: string
}

/** How many fields agree, of how many that were told, and the first few that do not. */
export interface Accuracy {
  agree: number
  of: number
  differ: string[]
}

/** Compares what was read of a file with what its raw fields, or the record beside it, say. */
export function accuracyOf(path: string, papers: readonly ParsedPaper[]): Accuracy | null {
  const truths = truthsOf(path)
  if (truths === null) return null
  const result: Accuracy = { agree: 0, of: 0, differ: [] }
  for (const [index, truth] of truths.entries()) {
    const paper =
      papers.length === truths.length
        ? papers[index]
        : papers.find(({ title }) => foldTitle(title) === foldTitle(truth.title))
    const doi = paper?.says.identifiers?.find(({ scheme }) => scheme === 'doi')?.value ?? ''
    const families = (paper?.says.creators ?? [])
      .filter(({ role }) => role === 'author')
      .map(({ name }) => ('family' in name ? name.family : name.literal))
    compare(result, index, 'title', foldTitle(truth.title), foldTitle(paper?.title ?? ''))
    compare(result, index, 'authors', lastWords(truth.families), lastWords(families))
    compare(result, index, 'year', truth.year, (paper?.says.issued ?? '').slice(0, 4))
    compare(result, index, 'DOI', truth.doi.toLowerCase(), doi)
  }
  return result
}

function compare(result: Accuracy, index: number, field: string, said: string, read: string): void {
  if (said === '') return
  result.of++
  if (said === read) result.agree++
  else result.differ.push(`${field} of record ${String(index + 1)}`)
}

/** Particles and capitals are spelt in many ways; the last word of a family name is not. */
function lastWords(families: readonly string[]): string {
  return families.map((family) => fold(family).split(/\s+/).at(-1) ?? '').join(' ')
}

function truthsOf(path: string): Truth[] | null {
  if (path.endsWith('.pdf')) return crossrefTruth(path)
  if (path.endsWith('.atom')) return atomTruths(readFileSync(path, 'utf8'))
  if (path.endsWith('.ris')) return risTruths(readFileSync(path, 'utf8'))
  if (path.endsWith('.json')) return zoteroTruths(readFileSync(path, 'utf8'))
  return null
}

function crossrefTruth(path: string): Truth[] | null {
  const record = path.replace(/\.pdf$/, '.crossref.xml')
  if (!existsSync(record)) return null
  const xml = readFileSync(record, 'utf8')
  const article = /<journal_article[^]*?(?=<citation_list|<\/journal_article>)/.exec(xml)?.[0] ?? ''
  const doi = /<doi_data>\s*<doi>([^<]*)</.exec(article)?.[1] ?? ''
  return [
    {
      title: inside(article, 'title')[0] ?? '',
      families: inside(article, 'surname'),
      ...{ year: '', doi }
    }
  ]
}

function atomTruths(xml: string): Truth[] {
  return [...xml.matchAll(/<entry>([^]*?)<\/entry>/g)]
    .map(([, entry = '']) => entry)
    .filter((entry) => !entry.includes('arxiv.org/api/errors'))
    .map((entry) => ({
      title: inside(entry, 'title')[0] ?? '',
      families: inside(entry, 'name'),
      year: inside(entry, 'published')[0]?.slice(0, 4) ?? '',
      doi: inside(entry, 'arxiv:doi')[0] ?? ''
    }))
}

function risTruths(text: string): Truth[] {
  return text
    .split(/^\ufeff?TY {2}-.*$/m)
    .slice(1)
    .map((record) => {
      const values = (tag: string): string[] =>
        [...record.matchAll(new RegExp(`^${tag} {2}- ?(.*)$`, 'gm'))].map(([, value = '']) =>
          value.trim()
        )
      const first = (...tags: string[]): string =>
        tags.flatMap(values).find((value) => value !== '') ?? ''
      return {
        title: first('TI', 'T1'),
        families: [...values('AU'), ...values('A1')].map((name) => name.split(',')[0] ?? ''),
        year: /\d{4}/.exec(first('PY', 'Y1'))?.[0] ?? '',
        doi: /^10\.\d{4,9}\/\S+$/.exec(first('DO'))?.[0] ?? ''
      }
    })
    .filter(({ title }) => title !== '')
}

interface ZoteroItem {
  itemType?: string
  title?: string
  date?: string
  DOI?: string
  creators?: { creatorType?: string; lastName?: string; name?: string }[]
}

function zoteroTruths(text: string): Truth[] {
  const { items = [] } = JSON.parse(text) as { items?: ZoteroItem[] }
  return items
    .filter(({ itemType, title }) => title && itemType !== 'note' && itemType !== 'attachment')
    .map(({ title = '', date = '', DOI = '', creators = [] }) => ({
      title: title.replace(/<\/?(?:i|b|sub|sup|span|sc)\b[^>]*>/gi, ''),
      families: creators
        .filter(({ creatorType }) => creatorType === 'author')
        .map(({ lastName, name }) => lastName ?? name ?? ''),
      year: /^(\d{4})(?:-|$)/.exec(date)?.[1] ?? '',
      doi: /^10\.\d{4,9}\/[^\s<>"{}|\\^[\]`]+$/.test(DOI) ? DOI : ''
    }))
}

function inside(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`, 'g'))].map(
    ([, text = '']) =>
      text
        .replace(/&#x([\dA-F]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, ' ')
        .trim()
  )
}
