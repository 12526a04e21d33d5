import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a program of TeX's can be run here. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0
}

/** Whether TeX's tree holds a file. */
export function hasTexFile(name: string): boolean {
  return spawnSync('kpsewhich', [name], { stdio: 'ignore' }).status === 0
}

export interface TexRun {
  /** Exit code of each program, in the order they ran. */
  codes: (number | null)[]
  /** BibTeX's or Biber's protocol. */
  blg: string
  bbl: string
  /** The last run's protocol of pdfTeX. */
  log: string
}

const preamble = '\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\n'

/** Sets every entry of a file with one of BibTeX's styles. */
export function runBibtex(folder: string, bib: string, style: string): TexRun {
  const body = `\\begin{document}\\nocite{*}x\\bibliographystyle{${style}}\\bibliography{refs}\\end{document}\n`
  // IEEEtran prints addresses as they are, which only the url package can set.
  const url = style === 'IEEEtran' ? '\\usepackage{url}' : ''
  write(folder, bib, preamble + url + body)
  return run(folder, [['bibtex', 'main']])
}

/** Sets every entry of a file with BibLaTeX and Biber. */
export function runBiber(folder: string, bib: string, options = ''): TexRun {
  const body = `\\usepackage[backend=biber${options}]{biblatex}\\addbibresource{refs.bib}\\begin{document}\\nocite{*}x\\printbibliography\\end{document}\n`
  write(folder, bib, preamble + body)
  return run(folder, [['biber', 'main']])
}

function write(folder: string, bib: string, tex: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'refs.bib'), bib)
  writeFileSync(join(folder, 'main.tex'), tex)
  writeFileSync(join(folder, 'canary.tex'), '\\typeout{CANARY}')
}

function run(folder: string, between: string[][]): TexRun {
  const pdflatex = 'pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape main'.split(
    ' '
  )
  const env = { ...process.env, openin_any: 'p', openout_any: 'p', max_print_line: '1000' }
  const codes = [pdflatex, ...between, pdflatex].map(
    ([program = '', ...args]) =>
      spawnSync(program, args, { cwd: folder, env, timeout: 120_000 }).status
  )
  const read = (name: string): string => readFileSync(join(folder, name), 'latin1')
  return { codes, blg: read('main.blg'), bbl: read('main.bbl'), log: read('main.log') }
}
