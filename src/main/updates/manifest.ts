import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** The program that a manifest is about; the same as in `electron-builder.config.mjs`. */
const app = 'org.sheaf.Sheaf'
/** Stands before what is signed, so that nothing else signed with the key passes for it. */
const purpose = 'Sheaf update manifest 1\n'

const file = z.strictObject({
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** As Node calls it; `universal` runs on each. */
  arch: z.enum(['x64', 'arm64', 'universal']),
  /** Lies beside the manifest under this name; a name and nothing else. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}$/),
  bytes: z
    .int()
    .min(1)
    .max(2 ** 31),
  sha512: z.string().regex(/^[0-9a-f]{128}$/)
})

/** A version that was published: what is in it, and a file for each kind of machine. */
const manifest = z.strictObject({
  app: z.string(),
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  published: z.iso.datetime(),
  /** From then on nothing it says is believed: whoever holds newer ones back is found out. */
  expires: z.iso.datetime(),
  /** Plain text. */
  notes: z.string().max(20_000),
  files: z.array(file).max(20)
})
export type UpdateManifest = z.infer<typeof manifest>
export type UpdateFile = z.infer<typeof file>

/** As it is published: the text of the manifest, and a signature over its very bytes in base64. */
const signed = z.strictObject({ manifest: z.string().max(100_000), signature: z.string().max(200) })

/**
 * Reads a published manifest, and believes it only if it is signed, about this program, in date, and not older than
 * the version that runs.
 * @throws AppError with the reason
 */
export function readManifest(
  text: string,
  { publicKey, version, now }: { publicKey: string; version: string; now: Date }
): UpdateManifest {
  const envelope = signed.safeParse(json(text))
  if (!envelope.success) throw new AppError('unsupported', words.updates.unreadable)
  if (!isSigned(envelope.data, publicKey)) throw new AppError('unsupported', words.updates.unsigned)
  const parsed = manifest.safeParse(json(envelope.data.manifest))
  if (!parsed.success) throw new AppError('unsupported', words.updates.unreadable)
  const found = parsed.data
  if (found.app !== app) throw new AppError('unsupported', words.updates.otherApp(found.app))
  if (new Date(found.expires) <= now)
    throw new AppError('unsupported', words.updates.expired(found.expires.slice(0, 10)))
  if (compareVersions(found.version, version) < 0)
    throw new AppError('unsupported', words.updates.older(found.version, version))
  return found
}

/** The file for a machine; null where there is none. */
export function fileFor(
  { files }: UpdateManifest,
  platform: string,
  arch: string
): UpdateFile | null {
  const own = files.filter((one) => one.platform === platform)
  return own.find((one) => one.arch === arch) ?? own.find((one) => one.arch === 'universal') ?? null
}

/** Negative where `a` came before `b`, 0 for the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function isSigned(
  { manifest: text, signature }: z.infer<typeof signed>,
  publicKey: string
): boolean {
  try {
    const key = createPublicKey({
      ...{ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }
    } as const)
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(purpose + text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
