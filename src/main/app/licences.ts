import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { licence, type Licence } from '@shared/model/about'

/** Where the parts of the build say what they are made of; `licences.mjs` of the scripts writes them. */
const files = ['main/licences.json', 'renderer/licences.json', 'renderer/reader-licences.json']

/** Every package that is a part of Sheaf, by name. @param built folder of the build */
export function readLicences(built: string): Licence[] {
  const all = files.flatMap((file) =>
    z.array(licence).parse(JSON.parse(readFileSync(join(built, file), 'utf8')))
  )
  const byName = new Map(all.map((one) => [`${one.name} ${one.version}`, one]))
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
