import { isOwnDrag, ownWords } from '@shared/model/drag-types'
import { tell } from './channel'

/** Nothing is dropped here: the window is told that something is held over it, and takes it from then on. */
export function refuseDrops(): void {
  window.addEventListener('dragstart', ({ dataTransfer }) => {
    dataTransfer?.setData(ownWords, '')
  })
  window.addEventListener('dragenter', ({ dataTransfer }) => {
    const types = dataTransfer?.types ?? []
    if (types.length > 0 && !types.some(isOwnDrag)) tell({ kind: 'held-over' })
  })
  window.addEventListener('dragover', (event) => {
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  })
  window.addEventListener('drop', (event) => {
    event.preventDefault()
  })
}
