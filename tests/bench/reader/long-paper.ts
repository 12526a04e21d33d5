import { pdfDocument } from '../../unit/support/pdf-document'

const words = ['river', 'bend', 'bank', 'loom', 'weave', 'map', 'sheaf', 'delta', 'flood', 'bridge']

/** A paper of many pages full of text, every tenth with a picture, as a thesis is. */
export function longPaper(pages: number): Uint8Array {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const sentence = (): string =>
    Array.from({ length: 13 }, () => words[random(words.length)] ?? '').join(' ')
  const picture = (): Uint8Array =>
    Uint8Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7 + random(40)) % 256)
  return pdfDocument({
    title: 'Every Bend of the River',
    pages: Array.from({ length: pages }, (_, index) => ({
      words: [
        {
          text: index === 0 ? 'Every Bend of the River' : `Bend ${index + 1}`,
          size: 20,
          x: 72,
          y: 730
        },
        ...Array.from({ length: index % 10 === 0 ? 22 : 44 }, (_unused, line) => ({
          ...{ text: sentence(), size: 10 },
          ...{ x: 72, y: 700 - line * 14 }
        }))
      ],
      images:
        index % 10 === 0
          ? [{ rect: [120, 80, 480, 320], pixels: { width: 300, height: 200, rgb: picture() } }]
          : []
    }))
  })
}
