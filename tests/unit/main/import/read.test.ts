import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../src/main/import/read'
import { trendingPage } from '../../support/digest-text'
import { temporaryFolder } from '../../support/library'

const bib = '@article{ono2024, title = {On Gluing}, author = {Ono, Ada}}'
const mail = (subject: string, body: string, type = 'text/plain'): string =>
  `From: "Alerts" <alerts@example.org>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nDate: Fri, 13 Mar 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`
const mailing = `------------------------------------------------------------------------------
\\\\
arXiv:2603.01234
Date: Wed, 11 Mar 2026 10:00:00 GMT   (9kb)

Title: Sheaves for Everybody
Authors: Ada Byron
Categories: math.AG
\\\\
  We glue.
\\\\ ( https://arxiv.org/abs/2603.01234 ,  9kb)
`

async function read(name: string, content: string | Uint8Array) {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const files = await readSource({ path, name })
  return {
    titles: files.flatMap(({ digests }) =>
      digests.flatMap(({ papers }) => papers.map(({ title }) => title))
    ),
    digests: files.flatMap(({ digests }) => digests),
    skipped: files.flatMap(({ skipped }) => skipped.map(({ reason }) => reason)),
    files: files.map(({ file }) => file)
  }
}

describe('a zip archive', () => {
  it('is read file by file; one that is unreadable costs no other', async () => {
    const inner = zipSync({ 'deep.bib': strToU8(bib.replace('On Gluing', 'Deeper')) })
    const { titles, skipped, files } = await read(
      'all.zip',
      zipSync({
        'a/refs.bib': strToU8(bib),
        'page.txt': strToU8(trendingPage(['First Paper'])),
        'inner.zip': inner,
        'picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
        '__MACOSX/._refs.bib': strToU8('x')
      })
    )
    expect(titles).toEqual(['On Gluing', 'First Paper', 'Deeper'])
    expect(files).toEqual(['a/refs.bib', 'page.txt', 'deep.bib', 'picture.png'])
    expect(skipped).toEqual([expect.stringMatching(/^picture\.png is a picture/)])
  })

  it('that would unpack to more than a gigabyte is refused before it is unpacked', async () => {
    // The directory of the archive says so; its data need not be there.
    const small = zipSync({ 'a.txt': strToU8('x'.repeat(1000)) })
    const view = new DataView(small.buffer)
    for (let at = 0; at + 4 < small.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true)
    await expect(read('bomb.zip', small)).rejects.toThrow(/^bomb\.zip holds more than can be read/)
  })

  it('within archives is read to the fourth, and told beyond', async () => {
    const nested = (depth: number): Uint8Array => {
      let bytes = zipSync({ 'refs.bib': strToU8(bib) })
      for (let level = 1; level < depth; level++) bytes = zipSync({ 'inner.zip': bytes })
      return bytes
    }
    expect((await read('four.zip', nested(4))).titles).toEqual(['On Gluing'])
    const { titles, skipped } = await read('five.zip', nested(5))
    expect(titles).toEqual([])
    expect(skipped).toEqual(['refs.bib is packed too deep within other files.'])
  })

  it('with nothing in it is refused', async () => {
    await expect(read('empty.zip', zipSync({ 'a/': new Uint8Array() }))).rejects.toThrow(
      'empty.zip is an archive with nothing in it.'
    )
  })

  it('that is cut off is refused', async () => {
    const whole = zipSync({ 'a.txt': strToU8('x'.repeat(1000)) })
    await expect(read('cut.zip', whole.slice(0, 60))).rejects.toThrow(/cannot be unpacked/)
  })
})

describe('a folder', () => {
  it('is read with the folders in it, in the order of names', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'b.bib'), bib)
    writeFileSync(join(folder, 'sub', 'a.txt'), trendingPage(['First Paper']))
    writeFileSync(join(folder, '.DS_Store'), 'x')
    const files = await readSource({ path: folder, name: 'Refs' })
    expect(files.map(({ file, digests }) => [file, digests.length])).toEqual([
      ['Refs/b.bib', 1],
      ['Refs/sub/a.txt', 1]
    ])
  })
})

describe('a mail', () => {
  it('with arXiv’s mailing is that mailing, of the day it was sent', async () => {
    const { digests } = await read('a.eml', mail('math daily Subj-class mailing 1', mailing))
    expect(digests).toMatchObject([
      {
        format: 'arxiv-mailing',
        source: 'arXiv math, new',
        date: '2026-03-13',
        dateInferred: false
      }
    ])
  })

  it('in HTML with encoded words is decoded; an alert in it is of the day it was sent', async () => {
    const html = `<html><body><a class=3D"gse_alrt_title" href=3D"https://example.org/=C3=BC">Garben f=C3=BCr alle</a><div>A Byron - Annals, 2026</div></body></html>`
    const raw = mail('=?utf-8?Q?Neue_Artikel_=C3=BC?=', html, 'text/html').replace(
      'MIME-Version',
      'Content-Transfer-Encoding: quoted-printable\r\nMIME-Version'
    )
    const { digests, titles } = await read('a.eml', raw)
    expect(titles).toEqual(['Garben für alle'])
    expect(digests).toMatchObject([{ date: '2026-03-13', dateInferred: false }])
  })

  it('gives what is attached to it as well', async () => {
    const raw = `From: a@example.org\r\nSubject: refs\r\nDate: Fri, 13 Mar 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere they are.\r\n--b\r\nContent-Type: application/x-bibtex\r\nContent-Disposition: attachment; filename=refs.bib\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bib).toString('base64')}\r\n--b--\r\n`
    expect((await read('a.eml', raw)).titles).toEqual(['On Gluing'])
  })

  it('of more parts than any mail has is refused', async () => {
    const parts = (count: number): string =>
      mail('Papers', 'x', 'multipart/mixed; boundary=b').replace(
        '\r\n\r\nx',
        `\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\narXiv:2603.00001\r\n'.repeat(count)}--b--`
      )
    expect((await read('a.eml', parts(20))).titles).toEqual(['arXiv:2603.00001'])
    await expect(read('a.eml', parts(2000))).rejects.toThrow(
      'a.eml has 2001 parts; a mail has some dozens at most.'
    )
  })

  it('without papers is refused', async () => {
    await expect(read('a.eml', mail('Lunch', 'At noon?'))).rejects.toThrow(
      'a.eml is a mail that names no papers.'
    )
  })
})

describe('a mailbox', () => {
  it('is read mail by mail, though one has a line that begins as a mail does', async () => {
    const one = mail(
      'One',
      'See https://arxiv.org/abs/2603.00001\r\n>From here on\r\nFrom there on'
    )
    const two = mail('Two', 'See https://arxiv.org/abs/2603.00002')
    const box = `From a@example.org Fri Mar 13 06:00:00 2026\r\n${one}\r\nFrom b@example.org Fri Mar 13 07:00:00 2026\r\n${two}`
    const { titles, digests } = await read('box.mbox', box)
    expect(titles).toEqual(['arXiv:2603.00001', 'arXiv:2603.00002'])
    expect(digests[0]?.rawText).toContain('From here on\nFrom there on')
  })
})
