import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root, stampFolder } from './project.mjs'

/**
 * A sum over the content of files and whole folders, named from the checkout's root.
 *
 * @param {string[]} paths those that do not exist count as absent
 */
export function contentSum(paths) {
  return sum(paths, (file) => readFileSync(file))
}

/**
 * A sum over a product's files by size and time only: enough to see that someone else wrote or
 * deleted them.
 *
 * @param {string[]} paths
 */
export function outlineSum(paths) {
  return sum(paths, (file) => {
    const { size, mtimeMs } = statSync(file)
    return `${String(size)} ${String(mtimeMs)}`
  })
}

/** @param {string} name */
export function readStamp(name) {
  const file = join(stampFolder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeStamp(name, value) {
  const file = join(stampFolder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, value)
}

/**
 * @param {string[]} paths
 * @param {(file: string) => string | Buffer} digest
 */
function sum(paths, digest) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(digest(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
