import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { writeFileAtomically } from '../files/write-file'
import type { Keychain } from '../session/subscriptions/keychain'

/**
 * Passwords, enciphered with a key that the system's keychain holds: in `credentials.json` in the user-data
 * folder, which is of no use on another computer or to another user.
 */
export function systemKeychain(userData: string): Keychain {
  const file = join(userData, 'credentials.json')
  const kept = (): Record<string, string> => {
    try {
      const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
      if (typeof read !== 'object' || read === null) return {}
      return Object.fromEntries(
        Object.entries(read).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string'
        )
      )
    } catch {
      return {}
    }
  }
  const keep = (all: Record<string, string>): void => {
    writeFileAtomically(file, `${JSON.stringify(all, null, 2)}\n`)
  }
  return {
    get: (name) => {
      const enciphered = kept()[name]
      if (enciphered === undefined || !isReliable()) return null
      try {
        return safeStorage.decryptString(Buffer.from(enciphered, 'base64'))
      } catch {
        // Made under another key: it has to be typed anew.
        return null
      }
    },
    set: (name, secret) => {
      if (!isReliable()) throw new AppError('unsupported', words.subscriptions.noKeychain)
      keep({ ...kept(), [name]: safeStorage.encryptString(secret).toString('base64') })
    },
    remove: (name) => {
      const { [name]: gone, ...others } = kept()
      if (gone !== undefined) keep(others)
    }
  }
}

/** Without a keyring, on Linux, Electron enciphers with a key that everybody knows. */
function isReliable(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
