/** One of the things to choose from. */
export interface Choice {
  key: string
  label: string
  hint: string
  /** 0 to 7, as a dot; null for none. */
  colour: number | null
}
