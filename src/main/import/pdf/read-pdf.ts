import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { saidByArxivId } from '../digest/arxiv-paper'
import { withPdf } from '../../pdf/open-pdf'
import type { ParsedFile } from '../parsed'
import { readFirstPage, type PdfText } from './first-page'
import { linesOfRuns, type TextRun } from './page-lines'

/** Whether bytes are a PDF; some have a few others before their mark. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/**
 * The paper that a PDF is: title, authors and identifiers by its first page and its metadata. No script
 * in it runs.
 * @throws AppError `unsupported` for a file that is broken, locked, or has no text
 */
export async function readPdf(bytes: Uint8Array, name: string, path?: string): Promise<ParsedFile> {
  const text = await textOfPdf(bytes, name)
  const found = readFirstPage(text)
  if (found === null) throw new AppError('unsupported', words.importing.pdfWithoutTitle(name))
  const { title, creators, identifiers } = found
  const arxiv = identifiers.find(({ scheme }) => scheme === 'arxiv')
  const said = arxiv === undefined ? null : saidByArxivId(arxiv.value)
  const rawText = text.lines.map((line) => line.text).join('\n')
  const paper = {
    title,
    says: { ...said, creators, identifiers },
    file: { name: name.split('/').at(-1) ?? name, bytes, ...(path === undefined ? {} : { path }) },
    ...{ start: 0, end: rawText.length }
  }
  const digest = {
    format: 'pdf',
    source: name,
    date: '',
    dateInferred: false,
    rawText,
    papers: [paper]
  }
  return { file: name, digests: [digest], skipped: [] }
}

function textOfPdf(bytes: Uint8Array, name: string): Promise<PdfText> {
  return withPdf(bytes, name, async (document) => {
    const { info, metadata } = await document.getMetadata()
    const page = await document.getPage(1)
    const content = await page.getTextContent()
    const runs = content.items.flatMap((item): TextRun[] => {
      if (!('str' in item)) return []
      const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
      const size = Math.round(Math.hypot(b, d) * 10) / 10 || Math.round(Math.abs(a) * 10) / 10
      return [{ text: item.str, x, y, size, rotated: Math.abs(b) > Math.abs(a) }]
    })
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
    const told = (key: string): string => {
      const value: unknown = (metadata as { get: (name: string) => unknown } | null)?.get(key)
      return typeof value === 'string' ? value : ''
    }
    return {
      titles: [told('dc:title'), title].filter((one) => one !== ''),
      identifiers: ['prism:doi', 'dc:identifier', 'pdfx:doi', 'crossmark:doi']
        .map(told)
        .filter((one) => one !== ''),
      lines: linesOfRuns(runs),
      stamp: runs
        .filter(({ rotated }) => rotated)
        .map(({ text }) => text)
        .join(' ')
    }
  })
}
