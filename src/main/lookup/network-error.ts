import { AppError } from '@shared/ipc/error'

/** A system's code for a failed connection, in words that end "…, so nothing was looked up there". */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known; are you online?',
  EAI_AGAIN: 'its name could not be resolved; are you online?',
  ENETUNREACH: 'it cannot be reached; are you online?',
  EHOSTUNREACH: 'it cannot be reached; are you online?',
  ENETDOWN: 'the network is down',
  ECONNREFUSED: 'it refused the connection; try again later',
  ECONNRESET: 'it broke off the connection; try again later',
  EPIPE: 'it broke off the connection; try again later',
  ETIMEDOUT: 'it did not answer; try again later'
}

/** A failure to get something from a host: `network`, with the system's words as detail. */
export function networkError(host: string, why: string, cause?: unknown): AppError {
  return new AppError('network', `${host} could not be asked: ${why}.`, {
    cause,
    detail: cause instanceof Error ? cause.message : ''
  })
}

/** Whatever a socket, a resolver or an unpacker threw, as an `AppError` that names the host. */
export function asNetworkError(host: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (/^Z_|^ERR__?(?:ZLIB|BROTLI)|^ERR_/.test(code))
    return networkError(host, 'its answer is damaged; try again later', error)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return networkError(host, 'its certificate could not be verified', error)
  return networkError(host, reasons[code] ?? 'the connection failed; try again later', error)
}

/** Whether a connection broke off in mid-air: trying again may well help. */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof AppError && /^(?:ECONNRESET|EPIPE)$/.test(codeOf(error.cause))
}

/** What a call ends with that its caller gave up. */
export function cancelled(): AppError {
  return new AppError('cancelled', 'The look-up was cancelled.')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
