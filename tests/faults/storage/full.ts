import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Flow, type FlowName } from './flows'
import { hasChangedNothing, isSame, told } from './told'

/** What was seen of a flow on a disk that is full or fails. */
export interface Seen {
  flow: FlowName
  /** Levels of fullness, or runs. */
  runs: number
  /** How many things went well, and how many were said to have failed. */
  done: number
  failed: number
  /** How many of those are there all the same. */
  whole: number
  wrong: string[]
}

const diskBytes = 64 * 1024 * 1024
/** The most room that is left, in bytes. */
const mostFree = 4 * 1024 * 1024
const mostSteps = 12
/** How much text each thing has, in letters. */
const size = 60_000

/**
 * Does a flow on a small disk at many levels of fullness: what has no room says so and changes nothing, and is done
 * when there is room. To be run where a disk may be mounted that nobody else sees.
 */
export async function onSmallDisk(name: FlowName, folder: string, levels: number): Promise<Seen> {
  const disk = join(folder, 'disk')
  mkdirSync(disk, { recursive: true })
  const mounted = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${String(diskBytes)}`,
    'tmpfs',
    disk
  ])
  if (mounted.status !== 0)
    throw new Error(`No disk could be mounted: ${mounted.stderr.toString()}`)
  const seen: Seen = { flow: name, runs: levels, done: 0, failed: 0, whole: 0, wrong: [] }
  const places = { root: join(disk, 'root'), beside: join(folder, 'beside') }
  const filler = join(disk, 'filler')
  for (let level = 0; level < levels; level++) {
    const wrong = (words: string): void => {
      seen.wrong.push(`${name}, level ${String(level)}: ${words}`)
    }
    const fill = (): void => {
      const { bavail, bsize } = statfsSync(disk)
      // More levels where there is little.
      const free = Math.floor(mostFree * (level / levels) ** 2)
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)))
    }
    const isFullWords = async (act: () => void | Promise<void>): Promise<boolean> => {
      const error = await told(act)
      if (error === null) return false
      seen.failed++
      if (error.code !== 'disk-full' || error.message === '')
        wrong(`told as ${error.code}: ${error.message} ${error.detail}`)
      return true
    }
    rmSync(places.root, { recursive: true, force: true })
    const flow = new Flow(name, places, size)
    flow.prepare()
    fill()
    if (
      await isFullWords(() => {
        flow.open()
      })
    ) {
      rmSync(filler)
      flow.open()
      fill()
    }
    let last = flow.state()
    for (let step = 0; step < Math.min(mostSteps, flow.most); step++) {
      const hasFailed = await isFullWords(() => flow.next())
      if (!hasFailed) {
        seen.done++
        last = flow.state()
        continue
      }
      rmSync(filler)
      if (!(await hasChangedNothing(flow, last)))
        wrong(`what had no room changed something at step ${String(step)}`)
      await flow.next()
      seen.done++
      last = flow.state()
      break
    }
    if (
      await isFullWords(() => {
        flow.close()
      })
    )
      flow.leave()
    for (const words of flow.reported) {
      seen.failed++
      if (!words.includes('its disk is full')) wrong(`reported: ${words}`)
    }
    rmSync(filler, { force: true })
    const after = new Flow(name, places, size)
    const found = await after.examine()
    for (const words of found.wrong) wrong(words)
    if (name !== 'migrate' && !isSame(found.state, last)) wrong('what was done is not there')
    after.close()
  }
  return seen
}
