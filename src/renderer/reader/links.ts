import type { PDFDocumentProxy } from 'pdfjs-dist'
import { PDFLinkService, type EventBus } from 'pdfjs-dist/web/pdf_viewer.mjs'
import { tell } from './channel'

/** A place in a document that a link leads to. */
export interface Target {
  /** Counted from 1. */
  page: number
  /** Points of the unrotated page; null where the link does not say. */
  x: number | null
  y: number | null
}

/** Links within the document, which leave a way back, and links out of it, which the window opens. */
export class Links extends PDFLinkService {
  readonly #leave: () => void

  /** @param leave the user is about to be taken elsewhere */
  constructor(eventBus: EventBus, leave: () => void) {
    super({ eventBus, ignoreDestinationZoom: true })
    this.#leave = leave
  }

  override async goToDestination(destination: string | unknown[]): Promise<void> {
    this.#leave()
    await super.goToDestination(destination)
  }

  override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
    link.href = url
    link.title = url
    link.rel = 'noopener noreferrer nofollow'
    link.onclick = () => {
      tell({ kind: 'link', url: url.slice(0, 10_000) })
      return false
    }
  }
}

/** The destination that the address of a link within the document stands for; null for no such link. */
export function destinationOf(link: HTMLAnchorElement): string | unknown[] | null {
  const hash = link.getAttribute('href') ?? ''
  if (!hash.startsWith('#') || hash.length < 2) return null
  const text = unescaped(hash.slice(1))
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? (parsed as unknown[]) : text
  } catch {
    return text
  }
}

/** As the link service writes it: letters by their number, which is no URI encoding. */
function unescaped(text: string): string {
  return text.replace(/%u([0-9A-F]{4})|%([0-9A-F]{2})/g, (_all, four?: string, two?: string) =>
    String.fromCharCode(parseInt(four ?? two ?? '', 16))
  )
}

/** Where a destination is; null where the document does not say. */
export async function resolveTarget(
  pdf: PDFDocumentProxy,
  destination: string | unknown[]
): Promise<Target | null> {
  const explicit: unknown[] | null =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  if (explicit === null) return null
  const [reference, fit, ...numbers] = explicit as [
    { num: number; gen: number } | number | null,
    { name: string },
    ...(number | null)[]
  ]
  const index =
    typeof reference === 'number'
      ? reference
      : reference === null
        ? -1
        : await pdf.getPageIndex(reference).catch(() => -1)
  if (index < 0 || index >= pdf.numPages) return null
  const at = (place: number): number | null => numbers[place] ?? null
  if (fit.name === 'XYZ') return { page: index + 1, x: at(0), y: at(1) }
  if (fit.name === 'FitH' || fit.name === 'FitBH') return { page: index + 1, x: null, y: at(0) }
  if (fit.name === 'FitR') return { page: index + 1, x: at(0), y: at(3) }
  return { page: index + 1, x: null, y: null }
}
