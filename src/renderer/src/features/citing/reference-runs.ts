/** A stretch of a formatted reference, in the faces that its style sets it in. */
export interface ReferenceRun {
  text: string
  faces: string
}

const faceOf: Readonly<Record<string, string>> = {
  ...{ i: 'italic', em: 'italic', b: 'bold', strong: 'bold', sup: 'raised', sub: 'lowered' },
  sc: 'small-caps'
}

/** Takes HTML of a formatter apart into text and faces: nothing else of it reaches the window. */
export function referenceRuns(html: string): ReferenceRun[] {
  const runs: ReferenceRun[] = []
  const walk = (node: Node, faces: readonly string[]): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ')
      if (text !== '') runs.push({ text, faces: faces.join(' ') })
      return
    }
    if (!(node instanceof Element)) return
    const style = node.getAttribute('style') ?? ''
    const face =
      faceOf[node.tagName.toLowerCase()] ??
      (/small-caps/.test(style) ? 'small-caps' : /italic/.test(style) ? 'italic' : '')
    const isMargin = node.classList.contains('csl-left-margin')
    for (const child of node.childNodes) walk(child, face === '' ? faces : [...faces, face])
    if (isMargin) runs.push({ text: ' ', faces: '' })
  }
  walk(new DOMParser().parseFromString(html, 'text/html').body, [])
  return runs
}
