// Does what users do, on a disk that is watched, small or failing: `child.js power|disk|io FLOW FOLDER …`.
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Flow, type FlowName } from './flows'
import { onFailingDisk } from './io'
import { onSmallDisk } from './full'
import type { Said } from './power'

const [mode = '', flow = '', folder = '', number = '1'] = process.argv.slice(2)
const name = flow as FlowName
const count = Number(number)

if (mode === 'power') {
  const said = openSync(process.env['SHEAF_DISK_SAID'] ?? '', 'w')
  const say = (what: Said): void => {
    writeSync(said, `${JSON.stringify(what)}\n`)
  }
  const run = new Flow(name, { root: join(folder, 'root'), beside: join(folder, 'beside') })
  run.open()
  say({ done: 0, state: run.state() })
  for (let step = 1; step <= Math.min(count, run.most); step++) {
    await run.next()
    say({ done: step, state: run.state() })
  }
  run.close()
  if (run.reported.length > 0) throw new Error(run.reported.join('\n'))
  closeSync(said)
} else {
  const seen =
    mode === 'disk'
      ? await onSmallDisk(name, folder, count)
      : await onFailingDisk(name, folder, count)
  process.stdout.write(`${JSON.stringify(seen)}\n`)
}
