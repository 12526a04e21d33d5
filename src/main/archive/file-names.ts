/** Names that Windows keeps to itself, whatever stands behind a dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** Bytes that a file system takes in one name, with room for what is put behind it. */
const longest = 180

/** Paths of an archive that no two files share on any system: told apart by more than capitals, in any form of Unicode. */
export class FileNames {
  readonly #taken = new Set<string>()

  /** `folder/name.extension`, or with a number before the extension where that is taken. */
  take(folder: string, name: string, extension: string): string {
    const stem = `${folder}/${safeName(name)}`
    for (let n = 1; ; n++) {
      const path = `${stem}${n === 1 ? '' : ` ${String(n)}`}${extension}`
      const folded = path.normalize('NFKC').toLowerCase()
      if (this.#taken.has(folded)) continue
      this.#taken.add(folded)
      return path
    }
  }
}

/** A name that every file system takes. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  let short = plain
  while (Buffer.byteLength(short) > longest) short = [...short].slice(0, -8).join('')
  if (short === '') return '_'
  return devices.test(short) ? `_${short}` : short
}
