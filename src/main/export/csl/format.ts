import { words } from '@shared/messages/words'
import type { CslItem } from '../csl-json'

/** What is to be formatted, and how. */
export interface FormatRequest {
  items: readonly CslItem[]
  /** A style of CSL 1.0.2, as XML. */
  style: string
  /** Locales by their tags (`en-US`), as XML; `en-US` must be there. */
  locales: Readonly<Record<string, string>>
  /** Overrules the style's own language. */
  language: string
  format: 'html' | 'text'
}

/** A style that cannot be used. */
export class StyleError extends Error {}

interface Citeproc {
  Engine: new (
    system: { retrieveLocale: (tag: string) => string; retrieveItem: (id: string) => unknown },
    style: string,
    language: string,
    isForced: boolean
  ) => {
    setOutputFormat: (format: string) => void
    updateItems: (ids: readonly string[]) => void
    makeBibliography: () => [{ entry_ids: string[][] }, string[]] | false
    makeCitationCluster: (items: readonly { id: string }[]) => string
  }
}

/**
 * References in a style, one for each item in the style's own order. HTML holds no markup but what the
 * style sets (`i`, `b`, `sup`, `sub`, `span`, `div`).
 * @throws StyleError
 */
export async function formatReferences(request: FormatRequest): Promise<string[]> {
  const { items, style, locales, language, format } = request
  checkStyle(style)
  const { Engine } = (await import('citeproc')) as unknown as Citeproc
  const known = new Map(items.map((item) => [item.id, prepared(item)]))
  const system = {
    retrieveLocale: (tag: string): string => locales[tag] ?? locales['en-US'] ?? '',
    retrieveItem: (id: string): unknown => known.get(id)
  }
  let engine: InstanceType<Citeproc['Engine']>
  try {
    engine = new Engine(system, style, language, language !== '')
  } catch (error) {
    throw new StyleError(error instanceof Error ? error.message : String(error))
  }
  engine.setOutputFormat(format)
  engine.updateItems([...known.keys()])
  const made = engine.makeBibliography()
  // A style for notes has citations only.
  const entries =
    made === false ? [...known.keys()].map((id) => engine.makeCitationCluster([{ id }])) : made[1]
  return entries.map((entry) => entry.trim())
}

/** @throws StyleError for what is no style, or one that only points to another */
export function checkStyle(style: string): void {
  if (!/<style\b[^>]*xmlns="http:\/\/purl\.org\/net\/xbiblio\/csl"/.test(style))
    throw new StyleError(words.styles.none)
  const parent = /rel="independent-parent"/.test(style)
    ? /<link\b[^>]*href="([^"]*)"[^>]*rel="independent-parent"|rel="independent-parent"[^>]*href="([^"]*)"/.exec(
        style
      )
    : null
  if (parent !== null) throw new StyleError(words.styles.dependent(parent[1] ?? parent[2] ?? ''))
  if (!/<citation\b/.test(style)) throw new StyleError(words.styles.silent)
}

/** The name that a style gives itself; empty for none. */
export function styleTitle(style: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(style)?.[1] ?? ''
  return title.replaceAll('&amp;', '&').replaceAll('&#39;', "'").trim()
}

/** What must not reach the reader twice, or at all. */
function prepared(item: CslItem): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name !== 'abstract' && name !== 'keyword')
  )
}
