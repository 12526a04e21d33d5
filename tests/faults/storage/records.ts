/** Something that was done to the files of a folder, as `shim.c` wrote it down. */
export type DiskRecord =
  | { kind: 'create'; path: string; inode: bigint }
  | { kind: 'folder'; path: string }
  | { kind: 'write'; inode: bigint; at: number; data: Buffer }
  | { kind: 'truncate'; inode: bigint; length: number }
  | { kind: 'sync'; inode: bigint }
  | { kind: 'sync-folder'; path: string }
  | { kind: 'rename'; from: string; path: string }
  | { kind: 'link'; from: string; path: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'said'; text: string }

/** What was done, in its order. @throws where a call was made that is not followed */
export function readRecords(log: Buffer): DiskRecord[] {
  const records: DiskRecord[] = []
  for (let at = 0; at < log.length;) {
    const [first, second, size] = [17, 21, 25].map((place) => log.readUInt32LE(at + place)) as [
      number,
      number,
      number
    ]
    const start = at + 29
    const texts = [
      log.toString('utf8', start, start + first),
      log.toString('utf8', start + first, start + first + second)
    ] as const
    const data = log.subarray(start + first + second, start + first + second + size)
    const inode = log.readBigUInt64LE(at + 1)
    const place = Number(log.readBigUInt64LE(at + 9))
    records.push(recordOf(String.fromCharCode(log[at] ?? 0), { texts, data, inode, place }))
    at = start + first + second + size
  }
  return records
}

function recordOf(
  kind: string,
  of: { texts: readonly [string, string]; data: Buffer; inode: bigint; place: number }
): DiskRecord {
  const { texts, data, inode, place } = of
  switch (kind) {
    case 'c':
      return { kind: 'create', path: texts[0], inode }
    case 'd':
      return { kind: 'folder', path: texts[0] }
    case 'w':
      return { kind: 'write', inode, at: place, data }
    case 't':
      return { kind: 'truncate', inode, length: place }
    case 'f':
      return { kind: 'sync', inode }
    case 'F':
      return { kind: 'sync-folder', path: texts[0] }
    case 'r':
      return { kind: 'rename', from: texts[0], path: texts[1] }
    case 'l':
      return { kind: 'link', from: texts[0], path: texts[1] }
    case 'u':
      return { kind: 'unlink', path: texts[0] }
    case 's':
      return { kind: 'said', text: data.toString() }
    default:
      throw new Error(`A call is not followed that was made: ${texts[0] || kind}`)
  }
}
