/** Where passwords are kept: the system's keychain, and never the library, a log or an exported file. */
export interface Keychain {
  /** Null where there is none. */
  get: (name: string) => string | null
  /** @throws AppError `unsupported` on a computer without a keychain that can be relied on */
  set: (name: string, secret: string) => void
  remove: (name: string) => void
}
