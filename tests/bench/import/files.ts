import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readSource } from '../../../src/main/import/read'
import { accuracyOf, type Accuracy } from './accuracy'
import { expectedOf, type Expected } from './expected'

/** What became of one real file. */
export interface FileResult {
  name: string
  format: string
  expected: Expected | null
  actual: number
  /** Lines of what was not taken in; 0 for a whole file. */
  skipped: number[]
  accuracy: Accuracy | null
}

/** Reads every file of the shared digests and references. */
export async function readEverything(shared: string): Promise<FileResult[]> {
  const results: FileResult[] = []
  for (const path of [
    ...filesUnder(join(shared, 'digests')),
    ...filesUnder(join(shared, 'refs'))
  ]) {
    if (path.endsWith('.crossref.xml')) continue
    const name = relative(shared, path)
    const expected = expectedOf(path)
    try {
      const files = await readSource({ path, name: name.split('/').at(-1) ?? name })
      const papers = files.flatMap(({ digests }) => digests.flatMap((digest) => digest.papers))
      results.push({
        ...{ name, expected, actual: papers.length },
        format: files[0]?.digests[0]?.format ?? files[0]?.format ?? '',
        skipped: files.flatMap(({ skipped }) => skipped.map(({ line }) => line)),
        accuracy: accuracyOf(path, papers)
      })
    } catch {
      results.push({
        ...{ name, expected, actual: 0, format: '', accuracy: null },
        skipped: [0]
      })
    }
  }
  return results
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
}
