/** Ways to mark a place. `note` is pinned to a point; `text` is written onto the page itself. */
export const annotationKinds = ['highlight', 'underline', 'note', 'area', 'ink', 'text'] as const

/** How many colours there are to mark with; what each means is up to the user (`annotationColours` of the settings). */
export const annotationColourCount = 8

/** How much text is kept on either side of a passage, in UTF-16 code units. */
export const contextLength = 32

/** How many of a paper's annotations its pane shows; the view of all annotations has the rest. */
export const shownWithPaper = 50
