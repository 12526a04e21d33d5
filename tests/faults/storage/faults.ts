import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { flowNames } from './flows'
import type { Seen } from './full'
import { cutPower, type PowerCuts } from './power'
import { runChild } from './run-child'
import { buildShim } from './shim'

export type FaultMode = 'power' | 'disk' | 'io'

interface Wanted {
  folder: string
  /** The bundle of `child.ts`. */
  child: string
  /** States of all flows together; levels of fullness; runs of each flow. */
  count: number
  seed: number
}

/** What was seen, in one line and with all that was wrong; or why nothing could be. */
export type Outcome = { summary: string; cases: number; wrong: string[] } | { reason: string }

/** One call in fifty fails. */
const failing = 20_000

/** Does everything that users do on a disk of a kind. */
export async function faultsOn(mode: FaultMode, wanted: Wanted): Promise<Outcome> {
  return { power: onCutPower, disk: onFullDisk, io: onBrokenDisk }[mode](wanted)
}

async function onCutPower({ folder, child, count, seed }: Wanted): Promise<Outcome> {
  const shim = buildShim(folder)
  if ('reason' in shim) return shim
  const all: PowerCuts[] = []
  for (const [n, flow] of flowNames.entries())
    all.push(
      await cutPower(flow, {
        ...{ folder: join(folder, flow), tools: { child, shim: shim.path }, seed: seed + n },
        states: Math.floor(count / flowNames.length) + (n < count % flowNames.length ? 1 : 0)
      })
    )
  const wrong = all.flatMap((one) => one.wrong)
  const sum = (of: 'states' | 'steps' | 'calls'): number =>
    all.reduce((total, one) => total + one[of], 0)
  return {
    summary: `faults:power: ${String(sum('states'))} states of a disk after a power cut, seed ${String(seed)}, in ${String(sum('calls'))} calls for ${String(sum('steps'))} things done in ${String(all.length)} flows: ${String(wrong.length)} wrong`,
    cases: sum('states'),
    wrong
  }
}

async function onFullDisk({ folder, child, count }: Wanted): Promise<Outcome> {
  const under = whereDisksMayBeMounted(folder)
  if (under === null)
    return { reason: 'No small disk can be mounted here; as root, or with unshare -rm, it can.' }
  return summed('disk', 'levels of fullness', (flow) =>
    runChild({ child, shim: '' }, ['disk', flow, join(folder, flow), String(count)], {}, under)
  )
}

async function onBrokenDisk({ folder, child, count, seed }: Wanted): Promise<Outcome> {
  const shim = buildShim(folder)
  if ('reason' in shim) return shim
  return summed('io', `runs on a disk that fails, seed ${String(seed)}`, (flow) => {
    const place = join(folder, flow)
    mkdirSync(place)
    return runChild({ child, shim: shim.path }, ['io', flow, place, String(count)], {
      ...{ SHEAF_DISK_FOLDER: join(place, 'root'), SHEAF_DISK_SAID: join(place, 'said') },
      ...{ SHEAF_DISK_EIO: String(failing), SHEAF_DISK_SEED: String(seed) }
    })
  })
}

async function summed(
  mode: FaultMode,
  what: string,
  run: (flow: string) => Promise<string>
): Promise<Outcome> {
  const all: Seen[] = []
  for (const flow of flowNames) all.push(JSON.parse(await run(flow)) as Seen)
  const sum = (of: 'runs' | 'done' | 'failed' | 'whole'): string =>
    String(all.reduce((total, one) => total + one[of], 0))
  const wrong = all.flatMap((one) => one.wrong)
  return {
    summary: `faults:${mode}: ${sum('runs')} ${what}, in ${String(all.length)} flows: ${sum('done')} things done, ${sum('failed')} told as failed (${sum('whole')} of them there all the same), ${String(wrong.length)} wrong`,
    cases: Number(sum('runs')),
    wrong
  }
}

/** The command under which disks may be mounted that go with it; null for none. */
function whereDisksMayBeMounted(folder: string): string[] | null {
  const ways = [
    ['unshare', '-m'],
    ['unshare', '-rm']
  ]
  return (
    ways.find(([command = '', ...args]) => {
      const mount = [...args, 'mount', '-t', 'tmpfs', 'tmpfs', folder]
      return spawnSync(command, mount).status === 0
    }) ?? null
  )
}
