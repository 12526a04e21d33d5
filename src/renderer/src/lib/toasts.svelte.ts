/** A short word to the user that goes by itself; an error stays until it is closed. */
export interface Toast {
  id: number
  text: string
  isError: boolean
  action?: { label: string; run: () => void }
}

const shownFor = 6000

class Toasts {
  #list = $state<Toast[]>([])
  #next = 1

  get list(): readonly Toast[] {
    return this.#list
  }

  say(text: string, action?: Toast['action']): void {
    const id = this.#add({ text, isError: false, ...(action ? { action } : {}) })
    setTimeout(() => {
      this.close(id)
    }, shownFor)
  }

  warn(text: string): void {
    if (!this.#list.some((toast) => toast.text === text)) this.#add({ text, isError: true })
  }

  /** Takes the words away that would lie over a dialog; errors stay. */
  clear(): void {
    this.#list = this.#list.filter(({ isError }) => isError)
  }

  close(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id)
  }

  #add(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++
    this.#list = [...this.#list.slice(-2), { ...toast, id }]
    return id
  }
}

export const toasts = new Toasts()
