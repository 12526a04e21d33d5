import katex from 'katex'
import 'katex/dist/katex.min.css'

/** Longest formula that is set, in UTF-16 code units. */
const longest = 5000

/**
 * Sets a formula into an element, for the eye and, as MathML, for screen readers. Made of nodes, never of a
 * string; no links, pictures or styles of the formula's own; sizes and expansions are bounded.
 * @returns whether it could be set; if not, the element is left empty
 */
export function setFormula(element: HTMLElement, tex: string, isDisplay: boolean): boolean {
  if (tex.length > longest) return false
  try {
    katex.render(tex, element, {
      displayMode: isDisplay,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 200,
      maxSize: 12
    })
    return true
  } catch {
    // What it does not know, what is broken, and what nests deeper than the stack.
    element.replaceChildren()
    return false
  }
}
