// npm run bench:import: reads every shared file, compares, measures, and writes docs/import.md.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bibEntriesOf } from './corpus'
import { compareContent } from './content'
import { readEverything, type FileResult } from './files'
import { importSpeed, parseSpeed, type Row } from './speed'

const shared = resolve('../shared')
const corpus = join(shared, 'corpora/papers-100k.jsonl.gz')
if (!existsSync(corpus)) {
  process.stdout.write(
    'bench:import needs the shared files (../shared), which are not there. Skipped.\n'
  )
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
try {
  const files = await readEverything(shared)
  const bibs = files
    .map(({ name }) => join(shared, name))
    .filter((name) => /\.bib(?:tex|latex)?$/.test(name))
  const content = compareContent(bibs)
  const entries = await bibEntriesOf(corpus)
  const rows = [...parseSpeed(entries), ...(await importSpeed(entries, folder))]
  const text = report(files, content, rows)
  writeFileSync('docs/import.md', text)
  process.stdout.write(`${speedTable(rows)}\n\n${summary(files)}\n`)
  const isMissed = rows.some(({ ratio, bound, atLeast }) =>
    atLeast ? ratio < bound : ratio > bound
  )
  if (isMissed || files.some(isWrong) || content.differ.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function isWrong({ expected, actual }: FileResult): boolean {
  return expected === null || expected.count !== actual
}

function summary(files: readonly FileResult[]): string {
  const exact = files.filter((file) => !isWrong(file)).length
  const all = files.flatMap(({ accuracy }) => accuracy ?? [])
  const sum = (key: 'agree' | 'of'): string =>
    String(all.reduce((total, one) => total + one[key], 0))
  return `Counts exact for ${String(exact)} of ${String(files.length)} files; ${sum('agree')} of ${sum('of')} fields as the sources themselves have them.`
}

function report(
  files: readonly FileResult[],
  content: ReturnType<typeof compareContent>,
  rows: readonly Row[]
): string {
  const table = files.map((file) => {
    const { name, format, expected, actual, skipped, accuracy } = file
    const fields = accuracy === null ? '' : `${String(accuracy.agree)} of ${String(accuracy.of)}`
    const wanted = expected === null ? '?' : String(expected.count)
    return `| ${cell(name)} | ${format} | ${wanted} | ${String(actual)} | ${fields} | ${linesOf(skipped)} |`
  })
  const differ = files.flatMap(({ name, accuracy }) =>
    (accuracy?.differ ?? []).map((words) => `- ${cell(name)}: ${cell(words)}`)
  )
  const means = [...new Set(files.flatMap(({ expected }) => expected?.by ?? []))]
  return `# What is read of real files

Written by \`npm run bench:import\`; not to be edited by hand. The files are not part of the project.

${summary(files)}

**Expected** is counted by simple means that share nothing with Sheaf's readers: ${means.join('; ')}.
**Fields** are title, family names of the authors, year and DOI, as the file's raw fields have them, or for a
PDF the record at Crossref; those that differ are named below the table.

| file | format | expected | papers | fields | not taken in |
| --- | --- | --- | --- | --- | --- |
${table.join('\n')}

${differ.length === 0 ? '' : `Fields that differ:\n\n${differ.join('\n')}\n\n`}## Beside another reader

On ${String(files.filter(({ name }) => /\.bib(?:tex|latex)?$/.test(name)).length)} \`.bib\` files, Sheaf finds ${String(content.ours)} entries, @retorquere/bibtex-parser ${String(content.theirs)}. Files of which Sheaf finds fewer: ${content.differ.length === 0 ? 'none' : content.differ.join(', ')}.

## Speed

${speedTable(rows)}
`
}

function speedTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, other, ratio, bound, atLeast }) => {
    const limit = `${atLeast ? 'at least' : 'at most'} ${String(bound)}`
    return `| ${what} | ${ours} | ${other} | ${ratio.toFixed(1)} | ${limit} |`
  })
  return [
    '| what | Sheaf | compared with | ratio | bound |',
    '| --- | --- | --- | --- | --- |',
    ...lines
  ].join('\n')
}

/** What was told as not understood, by its lines: the files' own words stay out of the project. */
function linesOf(skipped: readonly number[]): string {
  if (skipped.length === 0) return ''
  const shown = skipped.slice(0, 5).join(', ')
  return `${String(skipped.length)}: line ${shown}${skipped.length > 5 ? ', …' : ''}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 160)
}
