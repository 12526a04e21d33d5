import { unzipSync } from 'fflate'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { isFurniture, mostContained, mostContainedBytes, tooMuch, type Contained } from './contents'

/** Whether bytes are a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The files of a zip archive. Sizes are summed from the archive's directory before anything is
 * unpacked, and the unpacked size is what the directory says: a bomb is refused by its own word.
 * @throws AppError `unsupported` for an archive that is broken, `too-large` for one that holds too much
 */
export function readZip(bytes: Uint8Array, name: string, modified: Date): Contained[] {
  let count = 0
  let total = 0
  try {
    // It unpacks each file as soon as it is let through: all are asked for first, and none let through.
    unzipSync(bytes, {
      filter: (file) => {
        if (isPassedOver(file.name)) return false
        count++
        total += file.originalSize
        if (count > mostContained || total > mostContainedBytes) throw tooMuch(name)
        return false
      }
    })
    const files = unzipSync(bytes, { filter: (file) => !isPassedOver(file.name) })
    return Object.entries(files).map(([path, content]) => ({
      name: path,
      bytes: content,
      modified
    }))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('unsupported', words.importing.zipUnreadable(name), { cause: error })
  }
}

function isPassedOver(path: string): boolean {
  return path.endsWith('/') || isFurniture(path)
}
