import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { MainWindow } from './main-window'

/** Tools by their names in the window, as the pages call them. */
const tools = {
  'Put a note on the page': 'note',
  'Mark an area of the page': 'area',
  'Draw on the page': 'ink',
  'Write on the page': 'text'
} as const

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

  /** Takes a tool, and waits until it is the one that the pages have in hand. */
  async take(name: keyof typeof tools): Promise<void> {
    await this.tool(name).click()
    await expect(this.frame().locator(':root')).toHaveAttribute('data-tool', tools[name])
    await this.isDrawn()
  }

  /** Clicks reach the frame where the window, as it was drawn last, shows it: not under a card that has just gone. */
  async isDrawn(): Promise<void> {
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    })
  }

  /** Puts the tool in hand down by key, and waits until the pages know of it. */
  async putDown(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.frame().locator(':root')).toHaveAttribute('data-tool', '')
  }

  /** Goes back to the list by key, and waits until the keys are the list's. */
  async leave(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.window.grid()).toBeFocused()
  }

  /**
   * Closes the tab on view by its key. The key is sent by the window's own hand: the browser's test protocol
   * waits for ever for a frame that goes away while a key is down in it.
   */
  async closeTab(): Promise<void> {
    await this.window.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: 'w', modifiers: ['control'] })
    })
  }

  /** Waits until a page is drawn, its text and all. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.frame().locator('.textLayer').getByText(text).first()).toBeInViewport()
  }
}
