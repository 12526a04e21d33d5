import { fold } from '@shared/text/fold'
import type { Command } from '../../lib/keyboard'

/** Commands that hold every word of the query in their title or group, in their order. */
export function filterCommands(commands: readonly Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return commands.filter(({ title, group }) => {
    const text = fold(`${title} ${group}`)
    return words.every((word) => text.includes(word))
  })
}

/** Commands by group; groups in the order in which they first occur. */
export function groupCommands(
  commands: readonly Command[]
): { group: string; commands: Command[] }[] {
  return [...Map.groupBy(commands, ({ group }) => group)].map(([group, members]) => ({
    group,
    commands: members
  }))
}
