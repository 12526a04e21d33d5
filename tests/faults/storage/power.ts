import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../unit/support/mutate'
import { Disk } from './disk'
import { Flow, type FlowName, type State } from './flows'
import { readRecords } from './records'
import { runChild, type Tools } from './run-child'

/** What a flow says when the code has said that a step is done. */
export interface Said {
  done: number
  state: State
}

/** What became of a flow's crash states. */
export interface PowerCuts {
  flow: FlowName
  states: number
  /** How many things were done, and how many calls to the disk that took. */
  steps: number
  calls: number
  wrong: string[]
}

/** So many things a user does in a flow. */
const steps: Readonly<Record<FlowName, number>> = {
  ...{ import: 5, annotate: 30, note: 30, 'tag merge': 24, delete: 30, export: 20 },
  ...{ migrate: 10, backup: 12 }
}

/**
 * Lets a flow run once, and then cuts the power at random moments of what it did to its disk. Of each state that the
 * disk may be in then: it opens as a start does, it is sound, and it is what it was after the last step that was
 * said to be done, or the next one.
 */
export async function cutPower(
  flow: FlowName,
  { folder, tools, states, seed }: { folder: string; tools: Tools; states: number; seed: number }
): Promise<PowerCuts> {
  const random = randomFrom(seed)
  mkdirSync(folder, { recursive: true })
  const place = realpathSync(folder)
  const places = { root: join(place, 'root'), beside: join(place, 'beside') }
  new Flow(flow, places).prepare()
  const disk = new Disk(places.root)
  const log = join(place, 'log')
  await runChild(tools, ['power', flow, place, String(steps[flow])], {
    ...{ SHEAF_DISK_FOLDER: places.root, SHEAF_DISK_LOG: log },
    SHEAF_DISK_SAID: join(place, 'said')
  })
  const records = readRecords(readFileSync(log))
  const said = records.flatMap((one) => (one.kind === 'said' ? [JSON.parse(one.text) as Said] : []))
  const wrong: string[] = []
  if (said.length === 0) wrong.push('Nothing was done')
  const cuts = Array.from({ length: states }, () => Math.floor(random() * (records.length + 1)))
  let [at, done] = [0, -1]
  for (const cut of cuts.sort((a, b) => a - b)) {
    for (; at < cut; at++) {
      const record = records[at]
      if (record === undefined) break
      if (record.kind === 'said') done++
      disk.apply(record)
    }
    // Where it was: what is remembered of a .bib goes by its path.
    disk.crash(places.root, random)
    for (const words of await examine(new Flow(flow, places), said, done))
      wrong.push(
        `${flow}, seed ${String(seed)}, cut at ${String(cut)} of ${String(records.length)}: ${words}`
      )
  }
  rmSync(place, { recursive: true, force: true })
  return { flow, states, steps: said.length - 1, calls: records.length, wrong }
}

async function examine(flow: Flow, said: readonly Said[], done: number): Promise<string[]> {
  try {
    const { wrong, state } = await flow.examine(done)
    if (wrong.length > 0) return wrong
    if (flow.name === 'migrate' || done < 0) return []
    const may = [done, done + 1].flatMap((n) => said[n] ?? [])
    const isOne = (of: (state: State) => string): boolean =>
      may.some((one) => of(one.state) === of(state))
    const lost = (said[done]?.state.backups ?? []).filter((name) => !state.backups.includes(name))
    return [
      ...(isOne(({ library }) => library)
        ? []
        : [`The library is neither that of step ${String(done)} nor of the next`]),
      ...(isOne(({ bib }) => bib) ? [] : ['The .bib is neither the old one nor the new one']),
      ...(lost.length === 0 ? [] : ['A backup that was made is gone'])
    ]
  } catch (error) {
    return [`It could not be opened: ${String(error)}`]
  } finally {
    try {
      flow.close()
    } catch {
      // It is thrown away.
    }
  }
}
