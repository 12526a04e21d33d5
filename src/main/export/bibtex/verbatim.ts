const isClean = /^[!#-[\]_a-z~]*$/

/**
 * An address or number for the fields that are taken letter for letter (`url`, `doi`, `eprint`).
 * Signs that no URI may hold (RFC 3986) are percent-encoded, among them all that could end the field
 * or begin a command; `<` and `>` stay, since old DOIs hold them. Control characters are left out.
 */
export function verbatim(value: string): string {
  if (isClean.test(value)) return value
  return value
    .toWellFormed()
    .trim()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\{}^`"|\s]|[^\0-\x7F]/gu, (sign) => encodeURIComponent(sign))
}
