import { describe, expect, it } from 'vitest'
import { parseXml, textOf } from '../../../../../src/main/import/markup/xml'
import { parseText } from '../../../../../src/main/import/parse'

const seen = new Date('2026-03-20T10:00:00Z')

describe('XML', () => {
  it('reads a file that is cut off anywhere, in the middle of a character too', () => {
    const whole =
      '<?xml version="1.0"?><!-- a -- b --><r a="1"><t>One</t><t><![CDATA[Two ]] and ]]></t>&amp;</r>'
    for (let end = 0; end <= whole.length; end++)
      for (const half of ['', '\r', '\ud83d'])
        expect(() => parseXml(whole.slice(0, end) + half), whole.slice(0, end)).not.toThrow()
    expect(textOf(parseXml(whole.slice(0, whole.indexOf(' and'))))).toContain('One')
  })

  it('is read 200 elements deep and no deeper', () => {
    const deep = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(textOf(parseXml(`<r>${deep(199)}</r>`))).toBe('')
    expect(() => parseXml(`<r>${deep(200)}</r>`)).toThrow(
      expect.objectContaining({ code: 'unsupported' }) as Error
    )
  })
})

describe('EndNote’s XML', () => {
  it('gives type, people, dates, numbers, keywords and notes, through the styles of its text', () => {
    const styled = (text: string): string =>
      `<style face="normal" font="default" size="100%">${text}</style>`
    const text = `<?xml version="1.0" encoding="UTF-8" ?><xml><records><record>
      <ref-type name="Journal Article">17</ref-type>
      <contributors><authors><author>${styled('van der Berg, Ada')}</author><author>${styled('CERN Collaboration,')}</author></authors></contributors>
      <titles><title>${styled('Garben ')}<style face="italic">in vivo</style></title><secondary-title>${styled('Annals of Gluing')}</secondary-title></titles>
      <pages>${styled('12-34')}</pages><volume>7</volume><number>2</number>
      <keywords><keyword>${styled('sheaves')}</keyword></keywords>
      <dates><year>${styled('2024')}</year><pub-dates><date>Mar 2</date></pub-dates></dates>
      <isbn>1234-5678</isbn><electronic-resource-num>${styled('https://doi.org/10.1000/ABC')}</electronic-resource-num>
      <abstract>${styled('It glues.')}</abstract><notes>Mine.</notes>
      <urls><related-urls><url>https://example.org/a</url></related-urls></urls>
      </record><record><ref-type name="Book">6</ref-type><contributors/></record></records></xml>`
    const { digests, skipped } = parseText(text, 'a.xml', seen)
    expect(digests).toMatchObject([
      {
        format: 'endnote-xml',
        papers: [
          {
            title: 'Garben in vivo',
            says: {
              ...{ type: 'article-journal', venue: 'Annals of Gluing', volume: '7', issue: '2' },
              ...{ issued: '2024-03-02', abstract: 'It glues.' },
              identifiers: [{ scheme: 'doi', value: '10.1000/abc' }],
              links: [{ url: 'https://example.org/a' }]
            },
            tags: ['sheaves'],
            note: 'Mine.'
          }
        ]
      }
    ])
    expect(digests[0]?.papers[0]?.says.creators?.map(({ name }) => name)).toMatchObject([
      { family: 'Berg', particle: 'van der' },
      { literal: 'CERN Collaboration' }
    ])
    expect(skipped).toMatchObject([{ line: 11, reason: 'Record 2 has no title.' }])
  })
})

describe('PubMed’s XML', () => {
  it('gives groups, parts of the abstract, and every identifier', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle" "https://dtd.example.org/pubmed.dtd">
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">12345678</PMID>
      <Article><Journal><JournalIssue><Volume>7</Volume><Issue>2</Issue><PubDate><Year>2024</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Annals of Gluing</Title></Journal>
      <ArticleTitle>Effects of <i>E. coli</i> &amp; more.</ArticleTitle>
      <Abstract><AbstractText Label="AIMS">To glue.</AbstractText><AbstractText Label="RESULTS">It held.</AbstractText></Abstract>
      <AuthorList CompleteYN="N"><Author><LastName>van Berg</LastName><ForeName>Ada</ForeName><Initials>A</Initials></Author><Author><CollectiveName>Gluing Group</CollectiveName></Author></AuthorList>
      <Language>eng</Language><Pagination><MedlinePgn>101-9</MedlinePgn></Pagination><ELocationID EIdType="doi">10.1000/Gl.1</ELocationID></Article>
      <KeywordList><Keyword>glue</Keyword></KeywordList></MedlineCitation></PubmedArticle></PubmedArticleSet>`
    const [paper] = parseText(text, 'a.xml', seen).digests[0]?.papers ?? []
    expect(paper).toMatchObject({
      title: 'Effects of E. coli & more',
      tags: ['glue'],
      says: {
        ...{
          issued: '2024-03',
          venue: 'Annals of Gluing',
          volume: '7',
          issue: '2',
          language: 'en'
        },
        abstract: 'AIMS: To glue.\n\nRESULTS: It held.',
        identifiers: [
          { scheme: 'doi', value: '10.1000/gl.1' },
          { scheme: 'pmid', value: '12345678' }
        ]
      }
    })
    expect(paper?.says.creators?.map(({ name }) => name)).toMatchObject([
      { family: 'van Berg', given: 'Ada' },
      { literal: 'Gluing Group' },
      { literal: 'et al.' }
    ])
  })
})
