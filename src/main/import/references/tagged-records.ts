import type { Place } from './reference'
import type { Line } from '../lines'

/** A tag of a record and the lines of its value. */
interface Field {
  tag: string
  lines: string[]
}

/** A record of a tagged file, where it stands, and what it says under each tag. */
export class TaggedRecord implements Place {
  readonly start: number
  readonly line: number
  end: number
  private readonly fields: Field[] = []

  constructor(first: Line) {
    this.start = first.start
    this.line = first.number
    this.end = first.end
  }

  /** Takes in a line that begins a value. */
  add(tag: string, value: string, line: Line): void {
    this.fields.push({ tag, lines: [value.trim()] })
    this.end = line.end
  }

  /** Takes in a line that goes on with the value before it. */
  extend(line: Line): void {
    this.fields.at(-1)?.lines.push(line.text.trim())
    this.end = line.end
  }

  get isEmpty(): boolean {
    return this.fields.length === 0
  }

  /** The values of tags in the order of the tags given, each on one line; none of them is empty. */
  all(...tags: string[]): string[] {
    return this.values(tags, ' ').map((value) => value.replace(/\s+/g, ' '))
  }

  /** The first value of the first tag that has one; empty for none. */
  first(...tags: string[]): string {
    return this.all(...tags)[0] ?? ''
  }

  /** Values with their lines as they are. */
  texts(...tags: string[]): string[] {
    return this.values(tags, '\n')
  }

  private values(tags: readonly string[], joint: string): string[] {
    return tags
      .flatMap((tag) => this.fields.filter((field) => field.tag === tag))
      .map(({ lines }) => lines.join(joint).trim())
      .filter((value) => value !== '')
  }
}
