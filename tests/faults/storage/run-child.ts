import { spawn } from 'node:child_process'

/** What runs a flow in a process of its own. */
export interface Tools {
  /** The bundle of `child.ts`. */
  child: string
  /** The library of `shim.c`. */
  shim: string
}

/** Runs a flow between whatever `under` names and its end; gives what it said. */
export function runChild(
  { child, shim }: Tools,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  under: readonly string[] = []
): Promise<string> {
  const [command = '', ...rest] = [...under, process.execPath, child, ...args]
  const running = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, ...(shim === '' ? {} : { LD_PRELOAD: shim }) }
  })
  const said = { out: '', err: '' }
  running.stdout.on('data', (part: Buffer) => (said.out += part.toString()))
  running.stderr.on('data', (part: Buffer) => (said.err += part.toString()))
  return new Promise((resolve, reject) => {
    running.once('error', reject)
    running.once('close', (code) => {
      if (code === 0) resolve(said.out)
      else reject(new Error(`${args.join(' ')} ended with ${String(code)}: ${said.err}${said.out}`))
    })
  })
}
