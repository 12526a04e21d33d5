import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'
import { onTestFinished } from 'vitest'

type Call = (...given: unknown[]) => unknown

/** What writes, by the places of its arguments that are paths written to. */
const writers: Readonly<Record<string, readonly number[]>> = {
  ...{ writeFile: [0], appendFile: [0], mkdir: [0], mkdtemp: [0], rename: [0, 1], rm: [0] },
  ...{ rmdir: [0], unlink: [0], copyFile: [1], cp: [1], symlink: [1], link: [1], truncate: [0] },
  ...{ chmod: [0], utimes: [0], createWriteStream: [0] }
}

const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC } = fs.constants
const writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC

/** The paths that this process writes to outside some folders, until the test is over. */
export function writesOutside(folders: readonly string[]): string[] {
  const outside: string[] = []
  const note = (path: unknown): void => {
    if (typeof path === 'number') return
    const plain = path instanceof URL ? path.pathname : String(path)
    if (folders.every((folder) => plain !== folder && !plain.startsWith(folder + sep)))
      outside.push(plain)
  }
  const homes = [fs, fs.promises] as unknown as Record<string, Call | undefined>[]
  const former: [home: Record<string, Call | undefined>, name: string, call: Call][] = []
  const replace = (name: string, before: (given: unknown[]) => void): void => {
    for (const home of homes) {
      const call = home[name]
      if (typeof call !== 'function') continue
      former.push([home, name, call])
      home[name] = (...given: unknown[]) => {
        before(given)
        return call.apply(home, given)
      }
    }
  }
  for (const [name, places] of Object.entries(writers))
    for (const each of [name, `${name}Sync`])
      replace(each, (given) => {
        for (const place of places) note(given[place])
      })
  for (const name of ['open', 'openSync'])
    replace(name, ([path, flags]) => {
      const asked = flags ?? 'r'
      const isReading = typeof asked === 'number' ? (asked & writing) === 0 : asked === 'r'
      if (!isReading) note(path)
    })
  syncBuiltinESMExports()
  onTestFinished(() => {
    for (const [home, name, call] of former) home[name] = call
    syncBuiltinESMExports()
  })
  return outside
}
