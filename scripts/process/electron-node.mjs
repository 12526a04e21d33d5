import { electronBinary } from '../setup/electron-paths.mjs'

/**
 * The command that runs a script on Electron's own Node: the version the app runs on, which
 * better-sqlite3 and several tools need, whatever Node is installed.
 *
 * @param {string} script
 * @param {string[]} args
 */
export function onElectronNode(script, args) {
  return { command: electronBinary(), args: [script, ...args], env: { ELECTRON_RUN_AS_NODE: '1' } }
}
