import { openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Flow, type FlowName } from './flows'
import type { Seen } from './full'
import { hasChangedNothing, isSame, isThereWhole, told } from './told'

const steps = 10

/**
 * Does a flow again and again on a disk that fails now and then (`shim.c`): what fails is told, and after the
 * library has been opened again what was done is there, and nothing by halves.
 */
export async function onFailingDisk(name: FlowName, folder: string, runs: number): Promise<Seen> {
  const said = openSync(process.env['SHEAF_DISK_SAID'] ?? '', 'w')
  const mayFail = (may: boolean): void => {
    writeSync(said, may ? '+' : '-')
  }
  const places = { root: join(folder, 'root'), beside: join(folder, 'beside') }
  const seen: Seen = { flow: name, runs, done: 0, failed: 0, whole: 0, wrong: [] }
  for (let run = 0; run < runs; run++) {
    const wrong = (words: string): void => {
      seen.wrong.push(`${name}, run ${String(run)}: ${words}`)
    }
    rmSync(places.root, { recursive: true, force: true })
    const flow = new Flow(name, places)
    flow.prepare()
    flow.open()
    let last = flow.state()
    for (let step = 0; step < Math.min(steps, flow.most); step++) {
      mayFail(true)
      const error = await told(() => flow.next())
      if (error === null) {
        mayFail(false)
        seen.done++
        last = flow.state()
        continue
      }
      seen.failed++
      if (error.code !== 'unreadable-file' || error.message === '')
        wrong(`told as ${error.code}: ${error.message} ${error.detail}`)
      flow.leave()
      mayFail(false)
      flow.open()
      if (!(await hasChangedNothing(flow, last))) {
        if (isThereWhole(flow, last)) seen.whole++
        else wrong(`what failed at step ${String(step)} changed something: ${error.detail}`)
      }
      last = flow.state()
    }
    seen.failed += flow.reported.length
    mayFail(true)
    flow.leave()
    mayFail(false)
    const after = new Flow(name, places)
    const found = await after.examine()
    for (const words of found.wrong) wrong(words)
    if (name !== 'migrate' && !isSame(found.state, last)) wrong('what was done is not there')
    after.close()
  }
  return seen
}
