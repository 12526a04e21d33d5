/** What the files of a run of LaTeX say is cited, and in which `.bib` it was looked for. */
export interface ScannedRun {
  keys: string[]
  bibs: string[]
}

/** Reads a `.aux` of LaTeX with BibTeX. */
export function scanAux(text: string): ScannedRun {
  const keys = new Set<string>()
  const bibs = new Set<string>()
  for (const [, name, args = ''] of text.matchAll(
    /^\\(citation|abx@aux@cite|bibdata)((?:\{[^{}\n]*\})+)/gm
  )) {
    const groups = [...args.matchAll(/\{([^{}]*)\}/g)].map(([, inner = '']) => inner)
    const listed = (groups.at(-1) ?? '').split(',').map((part) => part.trim())
    for (const part of listed) {
      if (part === '') continue
      if (name !== 'bibdata') keys.add(part)
      else if (!part.endsWith('-blx')) bibs.add(/\.bib$/i.test(part) ? part : `${part}.bib`)
    }
  }
  return { keys: [...keys], bibs: [...bibs] }
}

/** Reads a `.bcf`, which BibLaTeX writes for Biber. */
export function scanBcf(text: string): ScannedRun {
  const keys = [...text.matchAll(/<bcf:citekey\b[^>]*>([^<]+)<\/bcf:citekey>/g)]
  const bibs = [...text.matchAll(/<bcf:datasource\b[^>]*>([^<]+)<\/bcf:datasource>/g)]
  return { keys: distinct(keys), bibs: distinct(bibs).filter((path) => !path.includes('://')) }
}

function distinct(found: readonly RegExpExecArray[]): string[] {
  return [...new Set(found.map(([, text = '']) => unescape(text.trim())))]
}

function unescape(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => signs[name] ?? '')
}
