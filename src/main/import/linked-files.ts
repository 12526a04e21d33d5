import { words } from '@shared/messages/words'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname, resolve, win32 } from 'node:path'
import type { ParsedFile, ParsedPaper } from './parsed'

/** How the files begin that a reference may bring along: PDF, DjVu, and EPUB, which is a zip. */
const beginnings = ['%PDF-', 'AT&TFORM', 'PK\u0003\u0004']

/**
 * Finds the files that a reference file says belong to its papers, beside itself or where their whole
 * paths say. One that is not there, or is no document, is told in `skipped`; the paper is imported.
 */
export function findLinkedFiles(parsed: ParsedFile, path: string): ParsedFile {
  const skipped = [...parsed.skipped]
  const find = (paper: ParsedPaper): ParsedPaper => {
    if (paper.linked === undefined) return paper
    const files: string[] = []
    for (const linked of paper.linked) {
      const found = [linked, linked.replaceAll('\\', '/')]
        .map((each) => resolve(dirname(path), each))
        .find(isDocument)
      if (found !== undefined) files.push(found)
      else
        skipped.push({
          file: parsed.file,
          line: 0,
          reason: words.importing.fileMissing(win32.basename(basename(linked)), paper.title)
        })
    }
    return { ...paper, files }
  }
  const digests = parsed.digests.map((digest) => ({ ...digest, papers: digest.papers.map(find) }))
  return { ...parsed, digests, skipped }
}

function isDocument(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(8)
      readSync(file, head, 0, 8, 0)
      return beginnings.some((beginning) => head.toString('latin1').startsWith(beginning))
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
