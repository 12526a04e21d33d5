import { readFileSync } from 'node:fs'
import { AppError, type ErrorBody } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { withPdf } from '../pdf/open-pdf'
import { documentText } from './document-text'
import { readAnnotations, type FoundAnnotation } from './read-annotations'
import { reanchor, type Anchored, type Reanchored } from './reanchor'
import type { Written } from './write-annotations'

/** A PDF, by the name that the user knows it by. */
interface File {
  name: string
  path: string
}

/** What the worker is asked, and what it answers. */
export interface AnnotateCalls {
  /** Places in `file` of annotations made in another, which may be gone. */
  reanchor: {
    request: { file: File; former: File | null; annotations: readonly Anchored[] }
    answer: Reanchored
  }
  /** What a PDF came with. */
  read: { request: { file: File }; answer: FoundAnnotation[] }
  /** A copy with annotations in it. */
  write: { request: { file: File; annotations: readonly Written[] }; answer: Uint8Array }
}

export type AnnotateKind = keyof AnnotateCalls
export type AnnotateRequest = {
  [K in AnnotateKind]: { kind: K } & AnnotateCalls[K]['request']
}[AnnotateKind]

export type AnnotateReply =
  { ok: true; value: AnnotateCalls[AnnotateKind]['answer'] } | { ok: false; error: ErrorBody }

/** Does what is asked; never throws, so that the worker lives on. */
export async function answer(request: AnnotateRequest): Promise<AnnotateReply> {
  try {
    return { ok: true, value: await perform(request) }
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, detail } = error
      return { ok: false, error: { code, message, detail } }
    }
    const detail = error instanceof Error ? error.message : String(error)
    const message = words.annotations.unreadable(request.file.name)
    return { ok: false, error: { code: 'internal', message, detail } }
  }
}

async function perform(request: AnnotateRequest): Promise<AnnotateCalls[AnnotateKind]['answer']> {
  const { name } = request.file
  const bytes = bytesOf(request.file)
  switch (request.kind) {
    case 'read':
      return withPdf(bytes, name, readAnnotations)
    case 'write': {
      const held = await withPdf(bytes, name, readAnnotations)
      const { writeAnnotations } = await import('./write-annotations')
      return writeAnnotations(bytes, name, request.annotations, held)
    }
    case 'reanchor': {
      const now = await withPdf(bytes, name, documentText)
      return reanchor(request.annotations, now, await formerText(request))
    }
  }
}

/** Read only where it is of use: for marks that have no words to go by. One that cannot be read is as good as gone. */
async function formerText({
  former,
  annotations
}: AnnotateCalls['reanchor']['request']): Promise<Awaited<ReturnType<typeof documentText>> | null> {
  if (former === null || annotations.every(({ target }) => target.quote !== null)) return null
  try {
    return await withPdf(bytesOf(former), former.name, documentText)
  } catch {
    return null
  }
}

function bytesOf({ name, path }: File): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError('unreadable-file', words.attachments.unreadable(name), {
      cause: error,
      detail: String(error)
    })
  }
}
