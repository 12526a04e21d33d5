import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

interface CorpusPaper {
  id: string
  title: string
  abstract?: string
  authors: string[]
  year?: number
  venue?: string
  url?: string
}

/** The corpus as entries of a `.bib`, one for each paper. */
export async function bibEntriesOf(path: string): Promise<string[]> {
  const entries: string[] = []
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) })
  for await (const line of lines)
    entries.push(entryOf(JSON.parse(line) as CorpusPaper, entries.length))
  return entries
}

function entryOf(paper: CorpusPaper, index: number): string {
  const fields = {
    title: `{${tex(paper.title)}}`,
    author: paper.authors.map(tex).join(' and '),
    year: paper.year === undefined ? '' : String(paper.year),
    booktitle: tex(paper.venue ?? ''),
    abstract: tex(paper.abstract ?? ''),
    url: paper.url ?? '',
    doi: paper.id.startsWith('10.') ? paper.id : ''
  }
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '' && value !== '{}')
    .map(([name, value]) => `  ${name} = {${value}}`)
  return `@inproceedings{p${String(index)},\n${lines.join(',\n')}\n}\n`
}

function tex(text: string): string {
  return text.replaceAll('\\', ' ').replace(/[&%#$_{}]/g, '\\$&')
}
