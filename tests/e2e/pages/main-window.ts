import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'

/** A point of the window. */
interface Place {
  x: number
  y: number
}

/** The window as a user finds it: by roles and names. */
export class MainWindow {
  constructor(
    readonly app: ElectronApplication,
    readonly page: Page
  ) {}

  readonly search = (): Locator => this.page.getByRole('combobox', { name: 'Search the library' })
  readonly grid = (): Locator => this.page.getByRole('main').locator('[role=grid], [role=treegrid]')
  readonly rows = (): Locator => this.grid().getByRole('row')
  readonly detail = (): Locator => this.page.getByRole('region', { name: 'Paper', exact: true })
  readonly dialog = (): Locator => this.page.getByRole('dialog')
  readonly sidebar = (): Locator => this.page.getByRole('navigation', { name: 'Sidebar' })
  readonly title = (): Locator => this.detail().getByRole('heading', { level: 1 })
  readonly note = (): Locator => this.detail().getByRole('region', { name: 'Note' })

  async isReady(): Promise<void> {
    await expect(this.search()).toBeVisible()
    await expect(this.page.getByRole('main').getByText(/\d+ papers?$/)).toBeVisible()
  }

  row(title: string | RegExp): Locator {
    return this.rows().filter({ hasText: title })
  }

  place(name: string | RegExp): Locator {
    return this.sidebar().getByRole('treeitem', { name })
  }

  /** How many papers the list says it has; 0 where there is no list. */
  async expectCount(count: number): Promise<void> {
    if (count === 0) await expect(this.grid()).toBeHidden()
    else await expect(this.grid()).toHaveAttribute('aria-rowcount', String(count))
  }

  /** Drops files as the operating system does: the page gets Files that have a path. */
  async dropFiles(...files: string[]): Promise<void> {
    await this.dropFilesAt({ x: 500, y: 300 }, ...files)
  }

  /** Drops files that were held over the list until then at another place. */
  async dropFilesAt(place: Place, ...files: string[]): Promise<void> {
    await this.dragFiles([{ x: 500, y: 300 }], place, files)
  }

  /** Brings files in over the first of some places, on over the others, and lets go of them at another. */
  async dragFiles(
    [first, ...others]: [Place, ...Place[]],
    place: Place,
    files: string[]
  ): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files, dragOperationsMask: 1 }
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop', at: Place): Promise<unknown> =>
      cdp.send('Input.dispatchDragEvent', { type, ...at, data })
    await drag('dragEnter', first)
    await drag('dragOver', first)
    // A hand lets go once the window has said that it takes what is brought.
    await expect(this.page.locator('.overlay')).toBeVisible()
    for (const other of others) {
      await this.page.evaluate(async () => {
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
      })
      // The browser says so where the pointer has come from a frame to the page around it; its test protocol does not.
      await drag('dragEnter', other)
      await drag('dragOver', other)
    }
    await drag('drop', place)
    // Not before it has arrived: with its session a drop that is on its way is gone.
    await expect(this.page.locator('.overlay')).toBeHidden()
    await cdp.detach()
  }

  /** Drops a file and takes in what is in it. */
  async importFile(file: string): Promise<void> {
    await this.dropFiles(file)
    await this.addAll()
  }

  /** Takes in what the sheet shows; Enter is all it takes. Unless another waits, the window is free then. */
  async addAll(isLast = true): Promise<void> {
    await expect(this.dialog().getByRole('button', { name: /^(Add|Merge) / })).toBeFocused()
    await this.page.keyboard.press('Enter')
    if (isLast) await expect(this.dialog()).toBeHidden()
  }

  async closeSheet(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Done' }).click()
    await expect(this.dialog()).toBeHidden()
  }

  /** Opens the palette by its key, and types once it is there. */
  async askPalette(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await expect(this.dialog().getByRole('combobox', { name: 'Find a command' })).toBeFocused()
    await this.page.keyboard.type(words)
  }

  /** Carries out the command that the palette finds first. */
  async command(words: string): Promise<void> {
    await this.askPalette(words)
    await this.page.keyboard.press('Enter')
  }

  async focusList(): Promise<void> {
    await this.grid().focus()
  }

  async addTag(name: string): Promise<void> {
    await this.page.keyboard.press('t')
    const field = this.detail().getByRole('combobox', { name: 'Add a tag' })
    await field.fill(name)
    await field.press('Enter')
    await field.press('Escape')
    await expect(this.detail().getByRole('button', { name: `Remove tag ${name}` })).toBeVisible()
  }

  async writeNote(text: string): Promise<void> {
    await this.note()
      .getByRole('button', { name: /Write|Edit/ })
      .click()
    await this.note().getByRole('textbox').fill(text)
    await expect(this.note().getByRole('status')).toHaveText(/^Saved/)
    await this.note().getByRole('button', { name: 'Done' }).click()
  }

  /** Answers the next save dialogs with this path. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
  }

  async export(format: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.page.getByRole('menuitem', { name: format }).click()
  }

  clipboard(): Promise<string> {
    return this.app.evaluate(({ clipboard }) => clipboard.readText())
  }

  /** A polite word or an alert, shown for a while. */
  said(words: string | RegExp): Locator {
    return this.page.locator('.toasts').getByText(words)
  }
}
