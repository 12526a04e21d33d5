/** Reads JSON, its texts without NUL: SQLite's JSON would end a text there. @throws SyntaxError */
export function jsonWithoutNul(json: string): unknown {
  return json.includes('\\u0000')
    ? JSON.parse(json, (_key, value: unknown) =>
        typeof value === 'string' ? value.replaceAll('\0', '') : value
      )
    : JSON.parse(json)
}
