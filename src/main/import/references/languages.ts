/** ISO 639-2 codes, both kinds, and English names, by ISO 639-1 code. */
const names: Readonly<Record<string, string>> = {
  ...{ ar: 'ara arabic', bg: 'bul bulgarian', ca: 'cat catalan', cs: 'ces cze czech' },
  ...{ da: 'dan danish', de: 'deu ger german deutsch', el: 'ell gre greek', en: 'eng english' },
  ...{ es: 'spa spanish español castellano', et: 'est estonian', fa: 'fas per persian' },
  ...{ fi: 'fin finnish', fr: 'fra fre french français', he: 'heb hebrew', hi: 'hin hindi' },
  ...{ hr: 'hrv croatian', hu: 'hun hungarian', id: 'ind indonesian', it: 'ita italian italiano' },
  ...{ ja: 'jpn japanese 日本語', ko: 'kor korean', la: 'lat latin', lt: 'lit lithuanian' },
  ...{ lv: 'lav latvian', nl: 'nld dut dutch', no: 'nor norwegian', pl: 'pol polish' },
  ...{ pt: 'por portuguese português', ro: 'ron rum romanian', ru: 'rus russian русский' },
  ...{ sk: 'slk slo slovak', sl: 'slv slovenian', sr: 'srp serbian', sv: 'swe swedish' },
  ...{ tr: 'tur turkish', uk: 'ukr ukrainian', vi: 'vie vietnamese', zh: 'zho chi chinese 中文' }
}
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, words]) =>
    words.split(' ').map((word): [string, string] => [word, code])
  )
)

/** A language as a BCP 47 tag, from such a tag, an ISO 639 code or a name; empty where it is none. */
export function readLanguage(text: string): string {
  const word = text
    .slice(0, 100)
    .trim()
    .replace(/[;,.]+$/, '')
  const known = codes.get(word.toLowerCase())
  if (known !== undefined) return known
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(word)) return ''
  try {
    return Intl.getCanonicalLocales(word.replaceAll('_', '-'))[0] ?? ''
  } catch {
    return ''
  }
}
