export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'duplicate',
  'unreadable-file',
  'unsupported',
  'too-large',
  'database-newer',
  'database-corrupt',
  'disk-full',
  'network',
  'cancelled',
  'internal'
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A failure with a sentence for the user: what failed, on which item, and what can be done. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { cause?: unknown; detail?: string } = {}
  ) {
    super(message, { cause: options.cause })
    this.detail = options.detail ?? ''
  }
  /** More for the curious, such as a path or a parser's words; may be empty. */
  readonly detail: string
}

export interface ErrorBody {
  code: ErrorCode
  message: string
  detail: string
}

/** What a call answers; a custom error's fields would be lost between processes. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorBody }
