import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/** Builds what stands between a process and its disk (`shim.c`); gives its path, or a sentence on why it cannot be. */
export function buildShim(folder: string): { path: string } | { reason: string } {
  if (process.platform !== 'linux') return { reason: 'Disks are made to fail on Linux only.' }
  const path = join(folder, 'shim.so')
  const source = resolve('tests', 'faults', 'storage', 'shim.c')
  const built = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', path, source], {
    encoding: 'utf8'
  })
  if (built.error !== undefined)
    return { reason: 'There is no C compiler here (cc) to build tests/faults/storage/shim.c with.' }
  if (built.status !== 0) throw new Error(built.stderr)
  return { path }
}
