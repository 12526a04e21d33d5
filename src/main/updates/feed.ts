/** Where newer versions are made known, and by whom. */
export interface Feed {
  /** The one address that is ever asked, of `https:`; empty where there is none. The files lie beside it. */
  address: string
  /** The Ed25519 key that what is there must be signed with: DER (SPKI) in base64. */
  publicKey: string
}

/**
 * What this build asks when the user has it look for a newer version: the one place where that is said. Whoever
 * publishes Sheaf fills it in with the key that `scripts/dist/sign-manifest.mjs --new-key` makes; while it is empty
 * nothing can be asked, and the user is told so.
 */
export const feed: Feed = { address: '', publicKey: '' }

/** A feed played by a server of this machine, for tests of the whole app: its address, `#`, and the key. */
export function standInFeed(text: string): Feed {
  const [address = '', publicKey = ''] = text.split('#')
  return { address, publicKey }
}
