/** A folder of mails to be read, and from where on. */
export interface MailRequest {
  /** The server's name, which its certificate has to bear. */
  host: string
  /** The very address that was checked. */
  address: string
  port: number
  security: 'tls' | 'starttls'
  user: string
  password: string
  folder: string
  /** The last mail that was read, by the number it has while the folder's validity is this; null for none. */
  after: { uidValidity: string; uid: number } | null
  /** `2026-03-14`: mails from that day on, where there is no last one. */
  since: string
  most: number
  mostBytes: number
  /** A certificate that is trusted beside the usual ones, in tests. */
  trusted: string | undefined
}

/** Why a folder could not be read: in the server's code, or a word of the worker's own. */
export interface MailFailure {
  why: 'password' | 'folder' | 'certificate' | 'broken'
  code: string
}

/** What the worker tells: mails in order, then that it is done; or why it is not. After each mail it waits. */
export type MailNews =
  | { kind: 'mail'; uidValidity: string; uid: number; bytes: Uint8Array | null }
  | { kind: 'done'; uidValidity: string; uid: number }
  | ({ kind: 'failed' } & MailFailure)
