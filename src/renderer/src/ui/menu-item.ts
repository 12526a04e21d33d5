/** A choice of a menu; a line between choices; or a row of colours to choose from. */
export type MenuItem =
  | { label: string; key?: string; isDanger?: boolean; disabled?: boolean; run: () => void }
  | { colours: readonly string[]; label: string; chosen: number | null; run: (n: number) => void }
  | 'line'
