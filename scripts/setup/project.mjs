import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's root folder: every path in the scripts starts here, never at the working directory. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts)

/** @param {...string} parts */
export const inModules = (...parts) => join(root, 'node_modules', ...parts)

/** Stamps live inside `node_modules`, so that they disappear with what they vouch for. */
export const stampFolder = inModules('.cache', 'sheaf')
