export declare function manifestOf(release: {
  folder: string
  version: string
  notes: string
  now?: Date
}): Promise<{
  version: string
  files: { platform: string; arch: string; name: string; bytes: number; sha512: string }[]
}>
export declare function signedManifest(manifest: object, privateKey: string): string
export declare function newKey(): { publicKey: string; privateKey: string }
export declare function notesOf(changelog: string, version: string): string
