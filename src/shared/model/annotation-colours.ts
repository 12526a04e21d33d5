/**
 * The colours of annotations as a PDF has them, red, green and blue up to 255, by number: yellow, green,
 * blue, red, purple, orange, pink, grey. On the screen they are `--mark-…` of the style sheet.
 */
export const annotationRgb: readonly (readonly [number, number, number])[] = [
  [255, 213, 74],
  [143, 209, 111],
  [122, 184, 245],
  [245, 138, 127],
  [185, 154, 240],
  [247, 171, 92],
  [245, 154, 200],
  [181, 178, 170]
]

/** The colour that is most like another. */
export function nearestColour([red, green, blue]: readonly [number, number, number]): number {
  const distances = annotationRgb.map(
    ([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
  )
  return distances.indexOf(Math.min(...distances))
}
