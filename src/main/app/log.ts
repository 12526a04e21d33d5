/** Writes one line to standard error when `SHEAF_LOG` is set; never a title, a note or a path. */
export function log(...words: (string | number)[]): void {
  if (process.env['SHEAF_LOG'] === undefined) return
  process.stderr.write(`[sheaf] ${words.join(' ')}\n`)
}
