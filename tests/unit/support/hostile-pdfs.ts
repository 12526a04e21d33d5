import { zlibSync } from 'fflate'
import type { HostileFile } from './hostile-files'

/** A PDF of these objects, the first being its catalogue; what stands behind them is up to the caller. */
function pdfWith(objects: readonly string[], tail?: (at: number) => string): Uint8Array {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return place
  })
  const at = text.length
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text +=
    tail?.(at) ??
    `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}` +
      `trailer << /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

const stream = (content: string, dictionary = ''): string =>
  `<< /Length ${String(content.length)} ${dictionary} >>\nstream\n${content}\nendstream`
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const words = 'BT /F1 20 Tf 72 700 Td (Weaving by Hand) Tj ET'

/** One page of words, with more in the catalogue or on the page. */
function onePage(given: {
  catalog?: string
  page?: string
  content?: string
  more?: string[]
}): Uint8Array {
  return pdfWith([
    `<< /Type /Catalog /Pages 2 0 R ${given.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> ${given.page ?? ''} >>`,
    given.content ?? stream(words),
    font,
    ...(given.more ?? [])
  ])
}

/** PDFs that act, that never end, or that say what is not so. */
export function hostilePdfs(canary: string, address: string, scale: number): HostileFile[] {
  const act = `/S /JavaScript /JS (app.launchURL\\("${address}"\\))`
  const packed = (content: Uint8Array, filter = '/FlateDecode'): string =>
    stream(Buffer.from(content).toString('latin1'), `/Filter ${filter}`)
  const bomb = (): string =>
    packed(zlibSync(new Uint8Array(30_000_000 * scale).fill(32), { level: 9 }))
  return [
    ['script.pdf', () => onePage({ catalog: `/OpenAction << ${act} >>` })],
    ['script on a page.pdf', () => onePage({ page: `/AA << /O << ${act} >> >>` })],
    [
      'script by name.pdf',
      () => onePage({ catalog: `/Names << /JavaScript << /Names [(a) << ${act} >>] >> >>` })
    ],
    [
      'launch.pdf',
      () =>
        onePage({ catalog: `/OpenAction << /S /Launch /F (${canary}) /Win << /F (calc.exe) >> >>` })
    ],
    ['address.pdf', () => onePage({ catalog: `/OpenAction << /S /URI /URI (${address}) >>` })],
    [
      'sent away.pdf',
      () => onePage({ catalog: `/OpenAction << /S /SubmitForm /F (${address}) >>` })
    ],
    [
      'other file.pdf',
      () => onePage({ catalog: `/OpenAction << /S /GoToR /F (${canary}) /D [0 /Fit] >>` })
    ],
    [
      'outer stream.pdf',
      () => onePage({ content: `<< /Length 0 /F (${canary}) >>\nstream\n\nendstream` })
    ],
    [
      'form.pdf',
      () =>
        onePage({
          catalog: `/AcroForm << /XFA 6 0 R >>`,
          more: [stream('<xdp><script>1</script></xdp>')]
        })
    ],
    [
      'attachment.pdf',
      () => onePage({ catalog: '/Names << /EmbeddedFiles << /Names [(../../x) 6 0 R] >> >>' })
    ],
    ['bomb.pdf', () => onePage({ content: bomb() })],
    [
      'filters.pdf',
      () => onePage({ content: packed(new Uint8Array(9), `[${'/FlateDecode '.repeat(5000)}]`) })
    ],
    [
      'hex.pdf',
      () => onePage({ content: stream(`${'4'.repeat(2_000_000)}>`, '/Filter /ASCIIHexDecode') })
    ],
    [
      'form in itself.pdf',
      () =>
        onePage({
          content: stream('/X Do'),
          more: [
            stream(
              '/X Do',
              '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>'
            )
          ]
        })
    ],
    ['saved states.pdf', () => onePage({ content: stream('q '.repeat(3000)) })],
    ['many words.pdf', () => onePage({ content: stream(`${words} `.repeat(1000)) })],
    [
      'long string.pdf',
      () => onePage({ content: stream(`BT /F1 9 Tf (${'x'.repeat(500_000)}) Tj ET`) })
    ],
    ['deep arrays.pdf', () => onePage({ content: stream('['.repeat(50_000)) })],
    ['deep in the catalogue.pdf', () => onePage({ catalog: `/X ${'['.repeat(50_000)}` })],
    ['deep dictionaries.pdf', () => onePage({ catalog: `/X ${'<</A '.repeat(20_000)}` })],
    [
      'no numbers.pdf',
      () => onePage({ page: '/MediaBox [nan 1e999 -1e999 0] /Rotate 1e99 /UserUnit -1' })
    ],
    [
      'page in itself.pdf',
      () =>
        pdfWith(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])
    ],
    [
      'a billion pages.pdf',
      () =>
        pdfWith([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [] /Count 1000000000 >>'
        ])
    ],
    [
      'wide tree.pdf',
      () =>
        pdfWith([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Type /Pages /Kids [${'2 0 R '.repeat(50_000)}] /Count 50000 >>`
        ])
    ],
    [
      'huge table.pdf',
      () =>
        pdfWith(
          ['<< /Type /Catalog >>'],
          (at) =>
            `xref\n0 999999999\n0000000000 65535 f \ntrailer << /Size 999999999 /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF`
        )
    ],
    [
      'table in itself.pdf',
      () =>
        pdfWith(
          ['<< /Type /Catalog >>'],
          (at) =>
            `xref\n0 1\n0000000000 65535 f \ntrailer << /Size 2 /Root 1 0 R /Prev ${String(at)} >>\nstartxref\n${String(at)}\n%%EOF`
        )
    ],
    [
      'table elsewhere.pdf',
      () => pdfWith(['<< /Type /Catalog >>'], () => 'startxref\n99999999999999999999\n%%EOF')
    ],
    ['object is itself.pdf', () => pdfWith(['1 0 R', '1 0 R'])],
    ['many objects.pdf', () => pdfWith(Array.from({ length: 50_000 }, () => '<< >>'))],
    [
      'long length.pdf',
      () => onePage({ content: '<< /Length 99999999999 >>\nstream\nx\nendstream' })
    ],
    [
      'length of itself.pdf',
      () => onePage({ content: '<< /Length 4 0 R >>\nstream\nx\nendstream' })
    ],
    [
      'locked.pdf',
      () =>
        pdfWith(
          ['<< /Type /Catalog >>'],
          (at) =>
            `xref\n0 1\n0000000000 65535 f \ntrailer << /Size 2 /Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /O () /U () /P -1 >> >>\nstartxref\n${String(at)}\n%%EOF`
        )
    ],
    ['no end.pdf', () => `%PDF-1.7\n${'1 0 obj\n'.repeat(100_000)}`],
    ['only a head.pdf', () => '%PDF-'],
    ['half.pdf', () => onePage({}).subarray(0, 300)]
  ]
}
