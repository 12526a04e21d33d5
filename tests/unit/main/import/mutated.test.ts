import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { readings } from '../../../../src/main/import/parse'
import { readSource } from '../../../../src/main/import/read'
import { temporaryFolder } from '../../support/library'
import { mutate, randomFrom } from '../../support/mutate'
import { fileSamples, textSamples } from '../../support/samples'

// `npm run fuzz:import` makes as many of another seed, with the shared real files among the samples.
const count = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 20_000)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 1)
const seen = new Date('2026-11-23T12:00:00Z')

/** The longest that one reader may take over a text, in milliseconds: a second for each megabyte, and one for any. */
const limit = (length: number): number => Math.max(1000, length / 1000)

function sharedTexts(): string[] {
  if (process.env['SHEAF_FUZZ_COUNT'] === undefined) return []
  return ['digests', 'refs/bib', 'refs/ris', 'refs/bbt-export'].flatMap((name) => {
    const folder = resolve('../shared', name)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .slice(0, 40)
      .map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 60_000))
  })
}

interface Fault {
  input: number
  reader: string
  what: string
}

it(
  `no reader fails or dawdles over ${String(count)} spoilt inputs`,
  async () => {
    const random = randomFrom(seed)
    const texts = [...Object.values(textSamples), ...sharedTexts()]
    const files = Object.entries(fileSamples)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const folder = temporaryFolder()
    const faults: Fault[] = []
    let runs = 0
    const watch = async (
      about: { input: number; reader: string; length: number },
      act: () => unknown
    ): Promise<void> => {
      const { input, reader, length } = about
      runs++
      let took = Infinity
      // A machine that stood still for a moment is no fault of the reader's: that it dawdles shows again.
      for (let go = 0; go < 3 && took > limit(length); go++) {
        const start = performance.now()
        try {
          await act()
        } catch (error) {
          if (!(error instanceof AppError)) {
            faults.push({ input, reader, what: error instanceof Error ? String(error.stack) : '?' })
            return
          }
        }
        took = performance.now() - start
      }
      if (took > limit(length))
        faults.push({ input, reader, what: `${took.toFixed(0)} ms for ${String(length)} letters` })
    }
    for (let input = 0; input < count; input++) {
      if (random() < 0.12) {
        const [name, bytes] = pick(files)
        const latin = Buffer.from(bytes).toString('latin1')
        const spoilt = mutate(latin, pick(texts), random)
        const path = join(folder, name)
        writeFileSync(path, Buffer.from(spoilt, 'latin1'))
        await watch({ input, reader: name, length: spoilt.length }, () =>
          readSource({ path, name })
        )
      } else {
        const text = mutate(pick(texts), pick(texts), random)
        let all: ReturnType<typeof readings> = []
        await watch({ input, reader: 'every detector', length: text.length * 4 }, () => {
          all = readings(text, true)
        })
        for (const { name, parse } of all)
          await watch({ input, reader: name, length: text.length }, () => parse('spoilt.txt', seen))
      }
    }
    process.stdout.write(
      `fuzz:import: ${String(count)} inputs, ${String(runs)} readings, ${String(faults.length)} faults, seed ${String(seed)}\n`
    )
    expect(faults).toEqual([])
  },
  60 * 60 * 1000
)
