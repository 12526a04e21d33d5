import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UpdateOwner } from '@shared/model/update'

/** Lies among the resources of a Sheaf that was installed as a package, and says which kind; see scripts/dist/deb.mjs. */
const marker = 'package-type'
/** Where dpkg keeps the names of a package's files. */
const listOfDpkg = '/var/lib/dpkg/info/sheaf.list'

/** Who brings this Sheaf up to date, if not its user by hand; null for nobody. */
export function ownerOf(
  {
    isPackaged,
    executable,
    resources
  }: Record<'executable' | 'resources', string> & {
    isPackaged: boolean
  },
  list = listOfDpkg
): UpdateOwner | null {
  if (!isPackaged) return 'source'
  if (existsSync(join(resources, marker))) return 'package'
  try {
    return readFileSync(list, 'utf8').split('\n').includes(executable) ? 'package' : null
  } catch {
    return null
  }
}
