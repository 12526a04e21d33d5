import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** A failure to get something from a host: `network`, with the system's words as detail. */
export function networkError(host: string, why: string, cause?: unknown): AppError {
  return new AppError('network', words.lookups.notAsked(host, why), {
    cause,
    detail: cause instanceof Error ? cause.message : ''
  })
}

/** Whatever a socket, a resolver or an unpacker threw, as an `AppError` that names the host. */
export function asNetworkError(host: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (/^Z_|^ERR__?(?:ZLIB|BROTLI)|^ERR_/.test(code))
    return networkError(host, words.lookups.damagedAnswer, error)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return networkError(host, words.lookups.certificate, error)
  const reasons: Readonly<Record<string, string>> = words.lookups.reasons
  return networkError(host, reasons[code] ?? words.lookups.failed, error)
}

/** Whether a connection broke off in mid-air: trying again may well help. */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof AppError && /^(?:ECONNRESET|EPIPE)$/.test(codeOf(error.cause))
}

/** What a call ends with that its caller gave up. */
export function cancelled(): AppError {
  return new AppError('cancelled', words.lookups.cancelled)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
