import { readFileSync, statSync } from 'node:fs'
import { AppError, type ErrorBody } from '@shared/ipc/error'
import { checkText, decodeText, maxTextBytes, tooLarge } from './decode'
import { parseText } from './parse'
import type { ParsedFile } from './parsed'

/** A file to read, or a text that somebody pasted. `name` is what the user knows it by. */
export type ParseRequest = { name: string } & ({ path: string } | { text: string })

/** What the worker answers. */
export type ParseReply = { ok: true; value: ParsedFile } | { ok: false; error: ErrorBody }

/** Reads and takes apart; never throws, so that the worker lives on. */
export function answer(request: ParseRequest): ParseReply {
  try {
    return { ok: true, value: read(request) }
  } catch (error) {
    if (error instanceof AppError)
      return {
        ok: false,
        error: { code: error.code, message: error.message, detail: error.detail }
      }
    const detail = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      error: { code: 'internal', message: `${request.name} could not be read.`, detail }
    }
  }
}

function read(request: ParseRequest): ParsedFile {
  if ('text' in request)
    return parseText(checkText(request.text, request.name), request.name, new Date())
  const { bytes, modified } = readBytes(request.path, request.name)
  return parseText(decodeText(bytes, request.name), request.name, modified)
}

function readBytes(path: string, name: string): { bytes: Uint8Array; modified: Date } {
  try {
    const about = statSync(path)
    if (about.isDirectory())
      throw new AppError('unsupported', `${name} is a folder. Drop the files that are in it.`)
    if (!about.isFile())
      throw new AppError('unsupported', `${name} is not a file that can be read.`)
    if (about.size > maxTextBytes) throw tooLarge(about.size, name)
    return { bytes: readFileSync(path), modified: about.mtime }
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why =
      code === 'ENOENT'
        ? 'was not found. Check its name and place.'
        : code === 'EACCES' || code === 'EPERM'
          ? 'may not be read. Check its permissions.'
          : 'could not be read.'
    throw new AppError('unreadable-file', `${name} ${why}`, { cause: error, detail: code })
  }
}
