import { keyName } from '@shared/text/pressed-key'
import { tell } from './channel'
import type { Viewer } from './viewer'

/** Keys that scroll, select, copy and go from link to link: the page's own. */
const own =
  /^(Mod\+[AC]|(Shift\+)?(Arrow(Up|Down|Left|Right)|Tab|Home|End|PageUp|PageDown| )|Mod\+(Home|End)|(Mod\+)?(Alt\+)?(Shift\+)?(Shift|Control|Alt|Meta))$/

const isMac = navigator.userAgent.includes('Mac')

/** Has the window carry out the keys that mean nothing to the pages themselves. */
export function forwardKeys(viewer: Viewer): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const key = keyName(event, isMac)
    if (key === 'Escape' && viewer.hasCard) {
      viewer.closeCard()
      return
    }
    const isPressed = event.target instanceof Element && event.target.closest('a, button') !== null
    if (own.test(key) || (key === 'Enter' && isPressed)) return
    event.preventDefault()
    tell({ kind: 'key', key: key.slice(0, 40) })
  })
}
