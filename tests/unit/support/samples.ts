import { strToU8, zipSync } from 'fflate'
import { trendingPage } from './digest-text'
import { pdfOf } from './pdf'

const dashes = '-'.repeat(78)

/** A small text of every format that an import reads, all of it made up. */
export const textSamples: Readonly<Record<string, string>> = {
  trending: trendingPage(['Folding River Maps', 'Weaving Graphs']),
  dump: 'Folding River Maps\nhttps://arxiv.org/pdf/2603.00001\nWe fold maps of rivers. It is hard.\n\nWeaving Graphs\nhttps://arxiv.org/pdf/2603.00002\nWe weave graphs of looms.\n',
  mailing: `${dashes}\n\\\\\narXiv:2603.00001\nDate: Fri, 13 Mar 2026 06:00:00 GMT   (12kb)\n\nTitle: Folding River Maps\nAuthors: Ada Ono, Bo Ek and C. d'Arc\nCategories: math.AG\nComments: 12 pages\nDOI: 10.5555/fold\n\\\\\n  We fold maps of rivers.\n\\\\ ( https://arxiv.org/abs/2603.00001 ,  12kb)\n%--%--%--%--\n\\\\\narXiv:2601.00007\nreplaced with revised version Fri, 13 Mar 2026 06:00:00 GMT   (9kb)\n\nTitle: Weaving Graphs\nAuthors: Bo Ek\n\\\\ ( https://arxiv.org/abs/2601.00007 ,  9kb)\n`,
  listing:
    'New submissions (showing 1 of 1 entries)\n[1] arXiv:2603.00001 [pdf, html, other]\nTitle: Folding River Maps\nAda Ono, Bo Ek\nComments: 12 pages\nSubjects: Algebraic Geometry (math.AG)\nWe fold maps.\n',
  dailyPapers:
    '[{"paper":{"id":"2603.00001","title":"Folding River Maps","summary":"We fold.","authors":[{"name":"Ada Ono"}],"upvotes":12},"publishedAt":"2026-03-13T00:00:00.000Z"}]',
  atom: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv</title><entry><id>http://arxiv.org/abs/2603.00001v2</id><title>Folding &amp; Rivers</title><summary>We fold.</summary><author><name>Ada Ono</name></author><published>2026-03-13T00:00:00Z</published></entry></feed>',
  rss: '<rss><channel><title>Journal</title><item><title>Folding River Maps</title><link>https://doi.org/10.5555/fold</link><description><![CDATA[<p>We fold.</p>]]></description></item></channel></rss>',
  jsonFeed:
    '{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[{"id":"a","url":"https://arxiv.org/abs/2603.00001","title":"Folding River Maps","authors":[{"name":"Ada Ono"}]}]}',
  opml: '<opml version="2.0"><body><outline text="arXiv" xmlUrl="https://example.org/feed"/></body></opml>',
  scholar:
    '<html><a class="gse_alrt_title" href="https://scholar.google.com/scholar_url?url=https://example.org/a.pdf&amp;hl=en">[PDF] Folding River Maps</a><div>A Ono, B Ek… - Annals of Maps, 2026</div><div>We fold maps of rivers …</div></html>',
  newsletter:
    '# Papers of the week\n\n| Paper | Link |\n|---|---|\n| Folding River Maps | [abs](https://arxiv.org/abs/2603.00001) |\n\n- [Weaving Graphs](https://doi.org/10.5555/weave): on looms\n',
  notes: 'See arXiv:2603.00003v2, doi:10.5555/weave(1) and https://doi.org/10.5555/fold.\n',
  bibtex:
    '@string{ann = "Annals of " # {Maps}}\n@preamble{"\\def\\x{y}"}\n% a comment\n@article{ono, title = {Folding {River} Maps: $\\alpha$}, author = "Ono, Ada and {\\"E}k, Bo and others", journal = ann, year = 2026, month = mar, pages = "1--12", doi = {10.5555/fold}, file = {:a.pdf:PDF}, note = {\\emph{x}}}\n@inproceedings(child, crossref = {parent}, title = {Weaving})\n@proceedings{parent, title = {Proc.}, year = 2025}\n',
  ris: 'TY  - JOUR\nTI  - Folding River Maps\nAU  - Ono, Ada\nPY  - 2026/03/13/\nDO  - 10.5555/fold\nSP  - 1\nEP  - 9\nER  - \n',
  nbib: 'PMID- 123\nTI  - Folding River Maps\n      and More.\nFAU - Ono, Ada\nDP  - 2026 Mar 13\nAID - 10.5555/fold [doi]\n',
  cslJson:
    '[{"id":"a","type":"article-journal","title":"Folding <i>River</i> Maps","author":[{"family":"Ono","given":"Ada"}],"issued":{"date-parts":[[2026,3]]},"DOI":"10.5555/fold"}]',
  betterBibtex:
    '{"config":{"id":"x"},"collections":{"c":{"key":"c","name":"Maps","items":[1],"collections":[]}},"items":[{"itemID":1,"itemType":"journalArticle","title":"Folding River Maps","creators":[{"lastName":"Ono","firstName":"Ada","creatorType":"author"}],"date":"2026-03-13","attachments":[{"path":"a.pdf"}],"tags":[{"tag":"maps"}]}]}',
  endnote:
    '<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style>Ono, Ada</style></author></authors></contributors><titles><title><style>Folding River Maps</style></title></titles><dates><year>2026</year></dates></record></records></xml>',
  pubmed:
    '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>123</PMID><Article><ArticleTitle>Folding <i>River</i> Maps.</ArticleTitle><AuthorList><Author><LastName>Ono</LastName><ForeName>Ada</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>',
  savedPage:
    '<html><body><div data-props="{&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;id&quot;:&quot;2603.00001&quot;,&quot;title&quot;:&quot;Folding River Maps&quot;,&quot;authors&quot;:[{&quot;name&quot;:&quot;Ada Ono&quot;}]}}]}"></div></body></html>'
}

const mail = `From: "Weekly" <a@example.org>\r\nSubject: =?utf-8?Q?Pap=C3=A9rs?=\r\nDate: Fri, 13 Mar 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p><a href=3D"https://arxiv.org/abs/2603.00001">Folding River Maps</a></p>\r\n--b\r\nContent-Type: application/x-bibtex; name="a.bib"\r\nContent-Disposition: attachment; filename="a.bib"\r\n\r\n@misc{a, title = {Weaving}}\r\n--b--\r\n`

/** Files that hold others, or are no text. */
export const fileSamples: Readonly<Record<string, Uint8Array>> = {
  'letter.eml': strToU8(mail),
  'box.mbox': strToU8(
    `From a@example.org Fri Mar 13 06:00:00 2026\n${mail}\nFrom b@example.org Fri Mar 13 07:00:00 2026\n${mail}`
  ),
  'archive.zip': zipSync({
    'a.bib': strToU8('@misc{a, title = {Weaving}}'),
    'b/notes.txt': strToU8('arXiv:2603.00003')
  }),
  'paper.pdf': pdfOf(
    [
      { text: 'Folding River Maps', size: 18, x: 72, y: 700 },
      { text: 'Ada Ono', size: 12, x: 72, y: 660 },
      { text: 'doi:10.5555/fold', size: 9, x: 72, y: 60 }
    ],
    'Folding River Maps'
  )
}
