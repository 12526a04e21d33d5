/** Faces of type that titles of Zotero and CSL carry as HTML; `nocase`: leave its capitals alone. */
export type TitleFace = 'italic' | 'bold' | 'small-caps' | 'nocase'

/** A stretch of a title in one face, or in none. Raised and lowered parts keep their tags. */
export interface TitleRun {
  text: string
  faces: readonly TitleFace[]
}

const tag = /<(\/?)(i|b|em|strong|sc|span)(\s[^<>]*)?>/gi

/** A title without the markup for type that CSL and Zotero allow; raised and lowered parts keep theirs. */
export function withoutMarkup(title: string): string {
  return title.replace(tag, '').replace(/\s+/g, ' ').trim()
}

/** Whether a title has such markup. */
export function hasMarkup(title: string): boolean {
  return title.search(tag) !== -1
}

/** A title in runs; tags that are never closed hold to the end, those never opened do nothing. */
export function titleRuns(title: string): TitleRun[] {
  if (!title.includes('<')) return title === '' ? [] : [{ text: title, faces: [] }]
  const runs: TitleRun[] = []
  const open: { name: string; face: TitleFace | null }[] = []
  let from = 0
  const flush = (to: number): void => {
    const text = title.slice(from, to)
    const faces = open.flatMap(({ face }) => face ?? [])
    if (text !== '') runs.push({ text, faces: [...new Set(faces)] })
  }
  for (const found of title.matchAll(tag)) {
    const [whole, slash, tagName = '', attributes = ''] = found
    const name = tagName.toLowerCase()
    flush(found.index)
    from = found.index + whole.length
    if (slash === '') open.push({ name, face: faceOf(name, attributes) })
    else {
      const at = open.findLastIndex((one) => one.name === name)
      if (at !== -1) open.splice(at, 1)
    }
  }
  flush(title.length)
  return runs
}

function faceOf(name: string, attributes: string): TitleFace | null {
  if (name === 'i' || name === 'em') return 'italic'
  if (name === 'b' || name === 'strong') return 'bold'
  if (name === 'sc' || /small-caps/i.test(attributes)) return 'small-caps'
  return /class\s*=\s*["']?nocase/i.test(attributes) ? 'nocase' : null
}
