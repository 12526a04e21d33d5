import { createHash } from 'node:crypto'
import { ownDigestKind, type OwnDigest, type OwnDigestPaper } from '@shared/model/own-digest'
import { plainText } from '@shared/text/residue'
import { safeJson } from './data'
import { escaped } from './escaped'
import { paperHtml } from './html'
import { addressOf, peopleOf } from './references'

/** What marks the data of each paper, for Sheaf to read back; other readers pass it over (RFC 4287, 6.4). */
const namespace = `urn:x-${ownDigestKind}`

/** A digest as an Atom feed (RFC 4287), which others can subscribe to where it is put on the web. */
export function* toAtom({ title, date, papers }: OwnDigest, at: Date): Generator<string> {
  const updated = at.toISOString()
  yield `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:s="${namespace}" s:kind="${ownDigestKind}" s:date="${escaped(date)}">
<id>${uuidOf(title)}</id>
<title type="text">${escaped(title)}</title>
<updated>${updated}</updated>
<author><name>Sheaf</name></author>
<generator>Sheaf</generator>
`
  // No two entries of a feed have one id.
  const taken = new Set([uuidOf(title)])
  for (const [index, paper] of papers.entries()) {
    const address = addressOf(paper)
    const id =
      [address, uuidOf(paper.title)].find((one) => one !== '' && !taken.has(one)) ??
      uuidOf(`${paper.title}\n${String(index)}`)
    taken.add(id)
    yield entryOf(paper, { id, address, updated })
  }
  yield '</feed>\n'
}

function entryOf(
  paper: OwnDigestPaper,
  { id, address, updated }: { id: string; address: string; updated: string }
): string {
  const people = peopleOf(paper, 'author').map(
    (name) => `<author><name>${escaped(name)}</name></author>\n`
  )
  const alternate = address === '' ? '' : `<link rel="alternate" href="${escaped(address)}"/>\n`
  return `<entry>
<id>${escaped(id)}</id>
<title type="text">${escaped(plainText(paper.title))}</title>
<updated>${updated}</updated>
${people.join('')}${alternate}<content type="html">${escaped(paperHtml(paper))}</content>
<s:paper>${safeJson(paper)}</s:paper>
</entry>
`
}

/** The same for the same words, whenever and wherever a digest of them is made (after RFC 9562, version 5). */
function uuidOf(words: string): string {
  const hash = createHash('sha1').update(namespace).update(words).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`
}
