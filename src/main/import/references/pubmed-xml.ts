import type { PersonName } from '@shared/model/person'
import { lineCounter } from '../lines'
import {
  at,
  childrenOf,
  descendants,
  parseXml,
  textAt,
  textOf,
  type XmlElement
} from '../markup/xml'
import type { Parsed } from '../parsed'
import { readDate } from '@shared/text/date'
import { readDoi, readPmid } from './identifiers'
import { readLanguage } from './languages'
import { tidyPages } from './pages'
import { creatorsOf } from './people'
import { toParsed, type Entry, type Reference } from './reference'

/** How a text reads as PubMed's XML: 0 not at all, 1 without doubt. */
export function detectPubmedXml(text: string): number {
  return /<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation)\b/.test(
    text.slice(0, 10_000)
  )
    ? 1
    : 0
}

/** Takes PubMed's XML apart (`PubmedArticleSet`), an article a paper. */
export function parsePubmedXml(text: string, file: string): Parsed {
  const line = lineCounter(text)
  const root = parseXml(text)
  const articles = [...descendants(root, 'PubmedArticle')]
  const found = articles.length > 0 ? articles : [...descendants(root, 'MedlineCitation')]
  const entries = found.map((article): Entry => ({
    start: article.start,
    end: article.end,
    line: line(article.start),
    reference: toReference(article)
  }))
  return toParsed('pubmed-xml', text, file, entries)
}

function toReference(record: XmlElement): Reference {
  const citation = at(record, 'MedlineCitation') ?? record
  const article = at(citation, 'Article')
  const journal = at(article, 'Journal')
  const issue = at(journal, 'JournalIssue')
  const authors = childrenOf(at(article, 'AuthorList'), 'Author')
  const ids = [
    ...childrenOf(article, 'ELocationID').map((one) => [
      one.attributes.get('EIdType'),
      textOf(one)
    ]),
    ...childrenOf(at(record, 'PubmedData', 'ArticleIdList'), 'ArticleId').map((one) => [
      one.attributes.get('IdType'),
      textOf(one)
    ])
  ]
  return {
    type: 'article-journal',
    title: (textAt(article, 'ArticleTitle') || textAt(article, 'VernacularTitle'))
      .replace(/^\[(.*)\]\.?$/, '$1')
      .replace(/\.$/, ''),
    abstract: abstractOf(at(article, 'Abstract')),
    issued: dateOf(at(issue, 'PubDate')) || dateOf(at(article, 'ArticleDate')),
    venue: textAt(journal, 'Title') || textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
    volume: textAt(issue, 'Volume'),
    issue: textAt(issue, 'Issue'),
    pages: tidyPages(textAt(article, 'Pagination', 'MedlinePgn')),
    publisher: '',
    language: readLanguage(textAt(article, 'Language')),
    creators: [
      ...creatorsOf('author', authors.map(personOf)),
      ...(at(article, 'AuthorList')?.attributes.get('CompleteYN') === 'N'
        ? creatorsOf('author', [{ literal: 'et al.' }])
        : [])
    ],
    identifiers: [
      ...ids.filter(([type]) => type === 'doi').flatMap(([, value]) => readDoi(value ?? '')),
      ...readPmid(textAt(citation, 'PMID'))
    ],
    links: [],
    tags: childrenOf(at(citation, 'KeywordList'), 'Keyword').map(textOf),
    note: '',
    citationKey: ''
  }
}

function personOf(author: XmlElement): PersonName | null {
  const group = textAt(author, 'CollectiveName')
  if (group !== '') return { literal: group }
  const family = textAt(author, 'LastName')
  const given = textAt(author, 'ForeName') || textAt(author, 'Initials')
  if (family === '') return given === '' ? null : { literal: given }
  return { family, given, particle: '', suffix: textAt(author, 'Suffix') }
}

/** Parts of a structured abstract keep their headings. */
function abstractOf(abstract: XmlElement | null): string {
  if (abstract === null) return ''
  return childrenOf(abstract, 'AbstractText')
    .map((part) => {
      const label = part.attributes.get('Label') ?? ''
      return label === '' ? textOf(part) : `${label}: ${textOf(part)}`
    })
    .join('\n\n')
}

function dateOf(date: XmlElement | null): string {
  if (date === null) return ''
  const parts = ['Year', 'Month', 'Day'].map((name) => textAt(date, name))
  return readDate(parts.join(' ').trim()) || readDate(textAt(date, 'MedlineDate'))
}
