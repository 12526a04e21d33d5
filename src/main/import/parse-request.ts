import { AppError, type ErrorBody } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ParsedFile } from './parsed'
import { readSource, type ReadRequest } from './read'

/** What the worker is asked to read. */
export type ParseRequest = ReadRequest

/** What the worker answers: a file may hold several. */
export type ParseReply = { ok: true; value: ParsedFile[] } | { ok: false; error: ErrorBody }

/** What the worker tells meanwhile: that it has come to a file within what it reads. */
export interface ParseNews {
  at: string
}

/** Reads and takes apart; never throws, so that the worker lives on. */
export async function answer(
  request: ParseRequest,
  onFile: (name: string) => void = () => undefined
): Promise<ParseReply> {
  try {
    return { ok: true, value: await readSource(request, onFile) }
  } catch (error) {
    if (error instanceof AppError)
      return {
        ok: false,
        error: { code: error.code, message: error.message, detail: error.detail }
      }
    const detail = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      error: { code: 'internal', message: words.importing.unreadable(request.name), detail }
    }
  }
}
