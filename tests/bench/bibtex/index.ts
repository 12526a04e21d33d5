// npm run bench:bibtex: exports what Better BibTeX exported, compares, measures, and writes docs/bibtex-differences.md.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Paper } from '@shared/model/paper'
import type { ExportOptions } from '@shared/model/export-options'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { toBibtex } from '../../../src/main/export/bibtex'
import { applyImport } from '../../../src/main/import/apply'
import { scanBibtex } from '../../../src/main/import/bibtex/scan'
import { parseBetterBibtexJson } from '../../../src/main/import/references/better-bibtex-json'
import { getPapers } from '../../../src/main/library/papers'
import { compareEntries, type Comparison } from './compare'
import { optionsFor, type Preferences } from './preferences'
import { reasonFor } from './reasons'

const least = 0.95
const folder = resolve(process.env['SHEAF_BBT_FOLDER'] ?? '../shared/refs/bbt-export')
if (!existsSync(folder)) {
  process.stdout.write(`bench:bibtex needs ${folder}, which is not there. Skipped.\n`)
  process.exit(0)
}

interface Difference extends Comparison {
  file: string
  reason: string
}

const differences: Difference[] = []
const counts = new Map<string, { equal: number; of: number }>()
for (const file of readdirSync(folder).sort()) {
  const dialect = file.endsWith('.biblatex') ? 'biblatex' : 'bibtex'
  if (!/\.bib(?:la)?tex$/.test(file)) continue
  const source = readFileSync(join(folder, file.replace(/\.\w+$/, '.json')), 'utf8')
  const { config } = JSON.parse(source) as { config?: Config }
  const preferences = {
    ...config?.preferences,
    ...(config?.localeDateOrder === undefined ? {} : { localeDateOrder: config.localeDateOrder })
  }
  const isAbbreviating = config?.options?.useJournalAbbreviation === true
  const options = optionsFor(preferences, dialect, isAbbreviating)
  const ours = scanBibtex(exported(source, file, dialect, options)).entries
  // Abbreviations stand for what the preferences define them as.
  const text = `${preferences.strings ?? ''}\n${readFileSync(join(folder, file), 'utf8')}`
  const theirs = scanBibtex(text).entries
  for (const one of compareEntries(ours, theirs)) {
    const count = counts.get(one.field) ?? { equal: 0, of: 0 }
    count.of++
    if (one.ours === one.theirs) count.equal++
    else differences.push({ ...one, file, reason: reasonFor(one, preferences, theirs) })
    counts.set(one.field, count)
  }
}
const equal = [...counts.values()].reduce((sum, count) => sum + count.equal, 0)
const of = [...counts.values()].reduce((sum, count) => sum + count.of, 0)
writeFileSync('docs/bibtex-differences.md', report())
process.stdout.write(
  `${String(equal)} of ${String(of)} fields are equal after parsing (${percent(equal, of)}; bound ${String(least * 100)} %).\n`
)
if (process.env['SHEAF_BBT_VERBOSE'] !== undefined)
  for (const { file, key, field, ours, theirs, reason } of differences)
    process.stdout.write(
      `${file.slice(0, 30)} ${key} ${field}\n  ours   ${ours}\n  theirs ${theirs}\n  ${reason}\n`
    )
const unexplained = differences.filter(({ reason }) => reason === '')
if (unexplained.length > 0)
  process.stdout.write(`${String(unexplained.length)} differences have no reason yet.\n`)
if (equal / of < least) process.exitCode = 1

interface Config {
  localeDateOrder?: string
  preferences?: Preferences
  options?: { useJournalAbbreviation?: boolean }
}

/** What Sheaf makes of a file: through a library, as a user's would go. */
function exported(
  source: string,
  file: string,
  dialect: 'bibtex' | 'biblatex',
  options: ExportOptions
): string {
  const place = mkdtempSync(join(tmpdir(), 'sheaf-bench-bibtex-'))
  const db = openLibrary(place)
  try {
    const parsed = parseBetterBibtexJson(source, file, new Date())
    const applying = applyImport(db, [{ ...parsed, file }], { folder: place, attaching: 'link' })
    let step = applying.next()
    while (step.done !== true) step = applying.next()
    const papers: Paper[] = getPapers(db, [
      ...new Set(step.value.items.map(({ paperId }) => paperId))
    ])
    return toBibtex(papers, dialect, options)
  } finally {
    closeLibrary(db)
    rmSync(place, { recursive: true, force: true })
  }
}

function report(): string {
  const fields = [...counts].map(
    ([field, count]) =>
      `| ${field} | ${String(count.equal)} | ${String(count.of)} | ${percent(count.equal, count.of)} |`
  )
  const groups = Map.groupBy(differences, ({ reason }) => reason || 'No reason is known yet.')
  const lists = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, all]) => {
      const rows = all.map(({ file, key, field }) => `- \`${file}\`: ${field} of \`${key}\``)
      return `### ${reason}\n\n${rows.join('\n')}`
    })
  return `# Where exports differ from Better BibTeX's

Made by \`npm run bench:bibtex\`. Each item of its samples is imported, exported under the preferences that its
file names, and compared field by field after parsing: names by their parts, titles as a style prints that lowers
capitals outside braces, addresses letter for letter.

**${String(equal)} of ${String(of)} fields are equal (${percent(equal, of)}).**

| Field | Equal | Of | |
| --- | --- | --- | --- |
${fields.join('\n')}

## Differences

${lists.join('\n\n')}
`
}

function percent(part: number, whole: number): string {
  return `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`
}
