import { createHash } from 'node:crypto'
import type { Words } from './pdf'

/** Where a link leads: to a place of the document (page counted from 1, `y` in points), or out of it. */
type LinkTarget = { page: number; y: number } | { url: string }

/** What is on a page. Places are points from its lower left corner; rectangles are left, bottom, right, top. */
export interface PdfPage {
  words?: readonly Words[]
  /** Content-stream operators, for lines and areas. */
  paint?: string
  images?: readonly {
    rect: readonly [number, number, number, number]
    /** Red, green and blue of each pixel, row by row from the top. */
    pixels: { width: number; height: number; rgb: Uint8Array }
  }[]
  links?: readonly { rect: readonly [number, number, number, number]; to: LinkTarget }[]
}

export interface PdfDocument {
  pages: readonly PdfPage[]
  title?: string
  /** Headings with the page each is on; those of level 2 belong to the one of level 1 above. */
  outline?: readonly { title: string; page: number; level?: 1 | 2 }[]
  /** What the pages are numbered by: small Roman numbers up to a page, then from 1. */
  romanPages?: number
  /** Opens with this only. */
  password?: string
}

/** Objects by number, 1 being the first; a stream is bytes after its dictionary. */
class Objects {
  readonly list: (string | { dictionary: string; bytes: Buffer })[] = []
  add(object: string | { dictionary: string; bytes: Buffer } = ''): number {
    return this.list.push(object)
  }
}

/** Writes a PDF as small and plain as one with these things in it can be. */
export function pdfDocument(document: PdfDocument): Uint8Array {
  const objects = new Objects()
  const catalog = objects.add()
  const tree = objects.add()
  const font = objects.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  const pages = document.pages.map(() => objects.add())
  const key = document.password === undefined ? null : ownerKey(document.password)
  const text = (words: string, object: number): string =>
    key === null
      ? `(${escaped(words)})`
      : `<${enciphered(key, object, Buffer.from(words, 'latin1')).toString('hex')}>`
  document.pages.forEach((page, index) => {
    const object = pages[index] ?? 0
    const images = (page.images ?? []).map(({ pixels: { width, height, rgb } }) =>
      objects.add({
        dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
        bytes: Buffer.from(rgb)
      })
    )
    const content = objects.add({
      dictionary: '',
      bytes: Buffer.from(contentOf(page), 'latin1')
    })
    const links = (page.links ?? []).map(({ rect, to }) => {
      const link = objects.add()
      const action =
        'url' in to
          ? `/A << /S /URI /URI ${text(to.url, link)} >>`
          : `/Dest [${pages[to.page - 1] ?? 0} 0 R /XYZ 0 ${to.y} null]`
      objects.list[link - 1] =
        `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /Border [0 0 0] ${action} >>`
      return link
    })
    objects.list[object - 1] =
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R ` +
      `/Annots [${references(links)}] /Resources << /Font << /F1 ${font} 0 R >> ` +
      `/XObject << ${images.map((image, at) => `/I${at} ${image} 0 R`).join(' ')} >> >> >>`
  })
  objects.list[tree - 1] = `<< /Type /Pages /Kids [${references(pages)}] /Count ${pages.length} >>`
  const outline = outlineOf(document, objects, pages, text)
  const labels =
    document.romanPages === undefined
      ? ''
      : `/PageLabels << /Nums [0 << /S /r >> ${document.romanPages} << /S /D >>] >>`
  objects.list[catalog - 1] =
    `<< /Type /Catalog /Pages ${tree} 0 R ${labels} ${outline === 0 ? '' : `/Outlines ${outline} 0 R`} >>`
  const info = objects.add()
  objects.list[info - 1] = `<< /Title ${text(document.title ?? '', info)} >>`
  return written(objects, catalog, info, key)
}

function contentOf({ words = [], paint = '', images = [] }: PdfPage): string {
  const shown = words.map(({ text, size, x, y }) => {
    return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`
  })
  const drawn = images.map(({ rect: [left, bottom, right, top] }, at) => {
    return `q ${right - left} 0 0 ${top - bottom} ${left} ${bottom} cm /I${at} Do Q`
  })
  return [paint, ...drawn, ...shown].join('\n')
}

function outlineOf(
  { outline = [] }: PdfDocument,
  objects: Objects,
  pages: readonly number[],
  text: (words: string, object: number) => string
): number {
  if (outline.length === 0) return 0
  const root = objects.add()
  const items = outline.map((entry) => ({ ...entry, object: objects.add() }))
  const under = (parent: number, level: number, part: typeof items): string => {
    const own = part.filter((item) => (item.level ?? 1) === level)
    own.forEach((item, at) => {
      const from = part.indexOf(item) + 1
      const next = own[at + 1]
      const below = part.slice(from, next === undefined ? undefined : part.indexOf(next))
      const children = below.length === 0 ? '' : under(item.object, level + 1, below)
      const siblings =
        (at > 0 ? `/Prev ${own[at - 1]?.object ?? 0} 0 R ` : '') +
        (next === undefined ? '' : `/Next ${next.object} 0 R `)
      objects.list[item.object - 1] =
        `<< /Title ${text(item.title, item.object)} /Parent ${parent} 0 R ${siblings}${children} ` +
        `/Dest [${pages[item.page - 1] ?? 0} 0 R /XYZ 0 792 null] >>`
    })
    return `/First ${own[0]?.object ?? 0} 0 R /Last ${own.at(-1)?.object ?? 0} 0 R /Count ${own.length}`
  }
  objects.list[root - 1] = `<< /Type /Outlines ${under(root, 1, items)} >>`
  return root
}

function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ')
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}

function written(objects: Objects, root: number, info: number, key: OwnerKey | null): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  let length = parts[0]?.length ?? 0
  const places: number[] = []
  const add = (text: string | Buffer): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
    parts.push(bytes)
    length += bytes.length
  }
  objects.list.forEach((object, index) => {
    places.push(length)
    add(`${index + 1} 0 obj\n`)
    if (typeof object === 'string') add(object)
    else {
      const bytes = key === null ? object.bytes : enciphered(key, index + 1, object.bytes)
      add(`<< ${object.dictionary} /Length ${bytes.length} >>\nstream\n`)
      add(bytes)
      add('\nendstream')
    }
    add('\nendobj\n')
  })
  const table = length
  add(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`)
  add(places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join(''))
  const locked =
    key === null
      ? ''
      : `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key.owner.toString('hex')}> /U <${key.user.toString('hex')}> >> `
  const id = documentId.toString('hex')
  add(
    `trailer << /Size ${places.length + 1} /Root ${root} 0 R /Info ${info} 0 R ${locked}/ID [<${id}> <${id}>] >>\n`
  )
  add(`startxref\n${table}\n%%EOF`)
  return Buffer.concat(parts)
}

/** ISO 32000-1, 7.6.3: the standard security handler of revision 2, which is RC4 with 40 bits. */
interface OwnerKey {
  key: Buffer
  owner: Buffer
  user: Buffer
}

const documentId = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
const padding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex'
)

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

function ownerKey(password: string): OwnerKey {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-4)
  const key = md5(padded, owner, permissions, documentId).subarray(0, 5)
  return { key, owner, user: rc4(key, padding) }
}

function enciphered({ key }: OwnerKey, object: number, bytes: Buffer): Buffer {
  const number = Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0])
  return rc4(md5(key, number).subarray(0, 10), bytes)
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  let j = 0
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = kept
  }
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  j = 0
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255
      j = (j + (state[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
    })
  )
}
