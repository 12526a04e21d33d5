import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Width of a small page, in CSS pixels. */
const width = 108

/** Small pages beside the pages: each drawn when it is come near to. */
export class Thumbnails {
  readonly #strip: HTMLElement
  readonly #show: (page: number) => void
  #pdf: PDFDocumentProxy | null = null
  #buttons: HTMLButtonElement[] = []
  #current = 0
  readonly #seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) void this.#draw(target as HTMLButtonElement)
    },
    { rootMargin: '400px 0px' }
  )

  constructor(strip: HTMLElement, show: (page: number) => void) {
    this.#strip = strip
    this.#show = show
    strip.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
      if (step === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const at = this.#buttons.indexOf(document.activeElement as HTMLButtonElement)
      const next = this.#buttons[at + step]
      next?.focus()
      next?.click()
    })
  }

  get isShown(): boolean {
    return !this.#strip.hidden
  }

  /** @param name what a page is called, by its number */
  setDocument(pdf: PDFDocumentProxy, name: (page: number) => string): void {
    this.#pdf = pdf
    this.#buttons = Array.from({ length: pdf.numPages }, (_, index) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.dataset['page'] = String(index + 1)
      button.setAttribute('aria-label', name(index + 1))
      const sheet = document.createElement('span')
      sheet.className = 'sheet'
      const number = document.createElement('span')
      number.textContent = String(index + 1)
      button.append(sheet, number)
      button.addEventListener('click', () => {
        this.#show(index + 1)
      })
      return button
    })
    if (this.isShown) this.show(true)
  }

  show(isShown: boolean): void {
    this.#strip.hidden = !isShown
    if (!isShown) return
    if (this.#strip.childElementCount !== this.#buttons.length) {
      this.#strip.replaceChildren(...this.#buttons)
      for (const button of this.#buttons) this.#seen.observe(button)
    }
    this.mark(this.#current)
  }

  /** The page that is on view. */
  mark(page: number): void {
    const former = this.#buttons[this.#current - 1]
    former?.removeAttribute('aria-current')
    if (former) former.tabIndex = -1
    this.#current = page
    const now = this.#buttons[page - 1]
    now?.setAttribute('aria-current', 'page')
    if (now) now.tabIndex = 0
    if (this.isShown) now?.scrollIntoView({ block: 'nearest' })
  }

  async #draw(button: HTMLButtonElement): Promise<void> {
    const pdf = this.#pdf
    if (pdf === null || button.querySelector('canvas') !== null) return
    this.#seen.unobserve(button)
    const page = await pdf.getPage(Number(button.dataset['page']))
    const whole = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: (width * devicePixelRatio) / whole.width })
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    button.querySelector('.sheet')?.replaceChildren(canvas)
    await page.render({ canvas, viewport }).promise.catch(() => undefined)
  }
}
