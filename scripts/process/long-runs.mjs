import { bundleBench } from '../bench/bundle.mjs'
import { setUp } from '../setup/index.mjs'
import { inProject, root } from '../setup/project.mjs'
import { onElectronNode } from './electron-node.mjs'
import { passThrough } from './pass-through.mjs'

// The ways in which benchmarks, fuzzing and faults are run: each gives the exit code.

/**
 * End-to-end tests of some name in the real app.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env what they are told, beside the environment
 * @param {number} [minutes] how long they may take
 */
export function inTheApp(name, env, minutes = 30) {
  return passThrough(process.execPath, [inProject('scripts', 'test.mjs'), 'e2e', name], {
    cwd: root,
    env: { ...process.env, ...env, SHEAF_LIMIT_MINUTES: String(Math.ceil(minutes)) }
  })
}

/**
 * A unit test that takes as much as it is told of a seed: `[COUNT [SEED]]` of the command line.
 *
 * @param {string} file
 * @param {number} usual how much without a word
 * @param {{ testPrograms?: boolean, args?: string[] }} [options] whether it needs the programs of tests
 */
export async function fuzz(
  file,
  usual,
  { testPrograms = false, args = process.argv.slice(2) } = {}
) {
  const [count = String(usual), seed = String(Date.now() % 1_000_000)] = args
  await setUp({ built: false, testPrograms })
  const vitest = onElectronNode(inProject('node_modules', 'vitest', 'vitest.mjs'), [
    ...['run', '--project', 'node', file]
  ])
  const told = { SHEAF_FUZZ_COUNT: count, SHEAF_FUZZ_SEED: seed }
  return passThrough(vitest.command, vitest.args, {
    cwd: root,
    env: { ...process.env, ...vitest.env, ...told }
  })
}

/**
 * A program of the project's own sources, bundled, on Electron's own Node; `index` is where it begins.
 *
 * @param {{ index: string } & Record<string, string>} entries paths within the project
 * @param {string[]} [args]
 */
export async function bundled(entries, args = process.argv.slice(2)) {
  await setUp({ built: false })
  const paths = Object.entries(entries).map(([name, path]) => [name, inProject(path)])
  const program = onElectronNode(await bundleBench(Object.fromEntries(paths)), args)
  return passThrough(program.command, program.args, {
    cwd: root,
    env: { ...process.env, ...program.env }
  })
}
