import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { ReferenceRun } from '@shared/model/reference-style'

const faceOf: Readonly<Record<string, ReferenceRun['faces'][number]>> = {
  ...{ i: 'italic', em: 'italic', b: 'bold', strong: 'bold', sup: 'raised', sub: 'lowered' },
  sc: 'small-caps'
}

/** Takes HTML of a formatter apart into text and faces: nothing else of it reaches the window. */
export function referenceRuns(html: string): ReferenceRun[] {
  const runs: ReferenceRun[] = []
  const walk = (
    nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
    faces: ReferenceRun['faces']
  ): void => {
    for (const node of nodes) {
      if (defaultTreeAdapter.isTextNode(node)) {
        const text = node.value.replace(/\s+/g, ' ')
        if (text !== '') runs.push({ text, faces })
      }
      if (!defaultTreeAdapter.isElementNode(node)) continue
      const face = faceOf[node.tagName] ?? faceOfStyle(attribute(node, 'style'))
      walk(node.childNodes, face === undefined ? faces : [...faces, face])
      if (attribute(node, 'class').split(' ').includes('csl-left-margin'))
        runs.push({ text: ' ', faces: [] })
    }
  }
  walk(parseFragment(html).childNodes, [])
  return runs
}

function faceOfStyle(style: string): ReferenceRun['faces'][number] | undefined {
  if (style.includes('small-caps')) return 'small-caps'
  return style.includes('italic') ? 'italic' : undefined
}

function attribute(element: DefaultTreeAdapterTypes.Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? ''
}
