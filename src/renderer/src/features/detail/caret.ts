/** What of a text area's looks decides where its lines break. */
const looks = [
  ...([
    'fontFamily',
    'fontSize',
    'fontWeight',
    'lineHeight',
    'letterSpacing',
    'direction'
  ] as const),
  ...(['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'tabSize'] as const),
  ...(['borderTopWidth', 'borderRightWidth', 'borderLeftWidth', 'boxSizing', 'width'] as const)
]

/** How far below a text area's upper edge the line ends in which a place of its text is, in CSS pixels. */
export function lineBottom(area: HTMLTextAreaElement, index: number): number {
  const twin = document.createElement('div')
  const style = getComputedStyle(area)
  for (const name of looks) twin.style[name] = style[name]
  Object.assign(twin.style, {
    ...{ position: 'absolute', visibility: 'hidden', borderStyle: 'solid' },
    ...{ whiteSpace: 'pre-wrap', overflowWrap: 'break-word' }
  })
  const place = document.createElement('span')
  place.textContent = '\u200b'
  twin.append(area.value.slice(0, index), place)
  document.body.append(twin)
  const bottom = place.offsetTop + place.offsetHeight
  twin.remove()
  return bottom - area.scrollTop
}
