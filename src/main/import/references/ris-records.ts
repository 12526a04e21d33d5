import { linesOf } from '../lines'
import { TaggedRecord } from './tagged-records'

/** `TY  - JOUR`, and what exporters make of it: `TY - JOUR`, `TY  -JOUR`, `TY- JOUR`. */
const tagged = /^([A-Z][A-Z0-9])(?:[ \t]{1,3}-|-[ \t])(.*)$/

/**
 * The records of a RIS text: from `TY` to `ER`, or to the next `TY`, or to the end. A line without a
 * tag goes on with the value before it; what stands between records (a count, a heading) is no part of
 * any. Linear in time.
 */
export function risRecords(text: string): TaggedRecord[] {
  const records: TaggedRecord[] = []
  let open: TaggedRecord | null = null
  for (const line of linesOf(text)) {
    const [, tag = '', value = ''] = tagged.exec(line.text) ?? []
    if (tag === '') {
      if (line.text.trim() !== '') open?.extend(line)
    } else if (tag === 'ER') {
      if (open) open.end = line.end
      open = null
    } else {
      if (open === null || tag === 'TY') {
        open = new TaggedRecord(line)
        records.push(open)
      }
      open.add(tag, value, line)
    }
  }
  return records
}
