/** One of the things to choose from. */
export interface Choice {
  key: string
  label: string
  hint: string
  /** 0 to 7, as a dot; null for none. */
  colour: number | null
}

/** A choice of a menu; a row of colours to choose from; or a line between choices. */
export type MenuItem =
  | { label: string; key?: string; isDanger?: boolean; disabled?: boolean; run: () => void }
  | { colours: readonly string[]; label: string; chosen: number | null; run: (n: number) => void }
  | 'line'
