/** Makes a toolbar one stop for the Tab key: the arrow keys go from control to control. */
export function roving(bar: HTMLElement): () => void {
  const controls = (): HTMLElement[] =>
    [...bar.querySelectorAll<HTMLElement>('button, input')].filter(
      (each) => !each.matches(':disabled')
    )
  const stop = (at: HTMLElement | undefined): void => {
    for (const each of bar.querySelectorAll<HTMLElement>('button, input')) each.tabIndex = -1
    if (at) at.tabIndex = 0
  }
  const onfocusin = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) stop(target)
  }
  const onkeydown = (event: KeyboardEvent): void => {
    const all = controls()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const isTyping = document.activeElement instanceof HTMLInputElement
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: all.length - 1
    }[event.key]
    if (to === undefined || isTyping || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    all.at(to % all.length)?.focus()
  }
  stop(controls()[0])
  // A control that is disabled now takes no focus: another has to be the stop then.
  const watch = new MutationObserver(() => {
    const all = controls()
    if (!all.some((each) => each.tabIndex === 0)) stop(all[0])
  })
  watch.observe(bar, { attributes: true, attributeFilter: ['disabled'], subtree: true })
  bar.addEventListener('focusin', onfocusin)
  bar.addEventListener('keydown', onkeydown)
  return () => {
    watch.disconnect()
    bar.removeEventListener('focusin', onfocusin)
    bar.removeEventListener('keydown', onkeydown)
  }
}
