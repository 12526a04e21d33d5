import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import { toBibtex } from '../../../../src/main/export/bibtex'
import { hostileRecords } from './hostile-records'
import { hasProgram, hasTexFile, runBiber, runBibtex, type TexRun } from './tex-run'

/** `npm run fuzz:bibtex` asks for more. */
const records = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 300)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 20_260_314)
const atOnce = 500

const hasLatex = hasProgram('pdflatex')
const hasBibtex = hasLatex && hasProgram('bibtex')
const hasBiber = hasLatex && hasProgram('biber') && hasTexFile('biblatex.sty')
const batches = Array.from({ length: Math.ceil(records / atOnce) }, (_, at) => at)
const manners: Record<string, Partial<ExportOptions>> = {
  'as at first': {},
  'with every choice turned round': {
    ...{ addresses: 'url', bibtexUrl: 'note', braces: 'capitals', preprints: 'unpublished' },
    ...{ journals: 'abbreviated', comments: false }
  }
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-fuzz-bibtex-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(Object.entries(manners))('hostile records, exported %s', (manner, part) => {
  const options = { ...defaultExportOptions, ...part }

  it.skipIf(!hasBibtex).each(batches)(
    'pass BibTeX and pdfLaTeX without a warning of ours (batch %i)',
    (batch) => {
      const place = join(folder, `${manner.replaceAll(' ', '-')}-bibtex-${String(batch)}`)
      const papers = hostileRecords(Math.min(atOnce, records - batch * atOnce), seed + batch)
      expectHarmless(runBibtex(place, toBibtex(papers, 'bibtex', options), 'plain'), place)
    },
    300_000
  )

  it.skipIf(!hasBiber).each(batches)(
    'pass Biber and pdfLaTeX without a warning of ours (batch %i)',
    (batch) => {
      const place = join(folder, `${manner.replaceAll(' ', '-')}-biber-${String(batch)}`)
      const papers = hostileRecords(Math.min(atOnce, records - batch * atOnce), seed + batch)
      expectHarmless(runBiber(place, toBibtex(papers, 'biblatex', options)), place)
    },
    300_000
  )
})

function expectHarmless({ codes, blg, log }: TexRun, place: string): void {
  const problems = blg
    .split('\n')
    .filter((line) => !/^\S+\$ -- \d+$/.test(line))
    .filter((line) => /warn|error|repeated|exceeded|^I /i.test(line))
  expect(problems).toEqual([])
  expect(log.split('\n').filter((line) => line.startsWith('!'))).toEqual([])
  expect(codes).toEqual([0, 0, 0])
  expect(log).not.toContain('CANARY')
  expect(readdirSync(place).filter((file) => file.startsWith('pwned'))).toEqual([])
  expect(existsSync(join(place, 'pwned.txt'))).toBe(false)
}
