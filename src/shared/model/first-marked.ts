/** A list comes with the marks of its first papers, more than a window shows; others are asked for when looked at. */
export const firstMarked = 30
