/** Papers of the list, places of the sidebar, and words of the window or of a PDF, while they are dragged. */
export const draggedPapers = 'application/x-sheaf-papers'
export const draggedPlace = 'application/x-sheaf-place'
export const ownWords = 'application/x-sheaf-words'

/** Whether it is the type of something that was taken up in Sheaf itself. */
export function isOwnDrag(type: string): boolean {
  return type.startsWith('application/x-sheaf-')
}
