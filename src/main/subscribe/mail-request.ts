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
  /** How long opening the connection may take, and how long the server may be silent. */
  connectMs: number
  idleMs: number
  /** A certificate that is trusted beside the usual ones, in tests. */
  trusted: string | undefined
}

/** Why a folder could not be read. */
export interface MailFailure {
  /** `busy`: the server has something in its own way, and may answer later. */
  why: 'password' | 'folder' | 'certificate' | 'busy' | 'broken'
  /** Of the system or the server; empty for none. */
  code: string
  /** What the server said; empty for nothing. */
  said: string
}

/** What the worker tells: mails in order, then that it is done; or why it is not. After each mail it waits. */
export type MailNews =
  | { kind: 'mail'; uidValidity: string; uid: number; bytes: Uint8Array | null }
  | { kind: 'done'; uidValidity: string; uid: number }
  | ({ kind: 'failed' } & MailFailure)
