import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { MainWindow } from './main-window'

/** The reader as a user finds it: its tools in the window, its pages in a frame. */
export class Reader {
  constructor(readonly window: MainWindow) {}

  get page(): Page {
    return this.window.page
  }

  readonly region = (): Locator => this.page.locator('[aria-label="Reader"]')
  readonly tools = (): Locator => this.region().getByRole('toolbar', { name: 'Pages' })
  readonly tool = (name: string): Locator => this.tools().getByRole('button', { name, exact: true })
  readonly tabs = (): Locator =>
    this.page.getByRole('tablist', { name: 'Open papers' }).getByRole('tab')
  readonly number = (): Locator => this.tools().getByRole('textbox', { name: 'Page' })
  readonly finder = (): Locator => this.region().getByRole('search')

  /** The pages of the PDF on view. */
  frame(): FrameLocator {
    return this.page.frameLocator('iframe:not([inert])')
  }

  /** The frame itself, to look at what it may do. */
  inside(): Frame {
    const frame = this.page.frames().find((each) => each.url().startsWith('app://reader/'))
    if (frame === undefined) throw new Error('The reader has no frame.')
    return frame
  }

  sheet(number: number): Locator {
    return this.frame().getByRole('region', { name: `Page ${number}`, exact: true })
  }

  /** Waits until a page is drawn, its text and all. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.frame().locator('.textLayer').getByText(text).first()).toBeInViewport()
  }
}
