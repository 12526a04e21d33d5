/** Places the user came from, and went back from. */
export class Places<Place> {
  #behind: Place[] = []
  #ahead: Place[] = []

  get canGoBack(): boolean {
    return this.#behind.length > 0
  }
  get canGoForward(): boolean {
    return this.#ahead.length > 0
  }

  /** The user leaves a place for another one. */
  leave(place: Place): void {
    this.#behind = [...this.#behind.slice(-99), place]
    this.#ahead = []
  }

  /** The place to go back to from `here`, or undefined. */
  back(here: Place): Place | undefined {
    const place = this.#behind.pop()
    if (place !== undefined) this.#ahead.push(here)
    return place
  }

  forward(here: Place): Place | undefined {
    const place = this.#ahead.pop()
    if (place !== undefined) this.#behind.push(here)
    return place
  }
}
