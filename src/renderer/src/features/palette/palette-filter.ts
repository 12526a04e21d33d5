import { fold } from '@shared/text/fold'
import type { Command } from '../../lib/keyboard'

/**
 * Commands that hold every word of the query in their title or group, those first in which it stands best:
 * as the beginning of words, then anywhere, then with its letters in their order and others between them.
 */
export function filterCommands(commands: readonly Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...commands]
  return commands
    .map((command, at) => ({ command, at, worth: worthOf(command, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || a.at - b.at)
    .map(({ command }) => command)
}

/** Commands with those behind the others that make no sense now. */
export function possibleFirst(commands: readonly Command[]): Command[] {
  const isPossible = ({ enabled }: Command): boolean => enabled?.() !== false
  return [...commands.filter(isPossible), ...commands.filter((each) => !isPossible(each))]
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

/** How well words stand in a command; 0 for one that has not all of them. */
function worthOf({ title, group }: Command, words: readonly string[]): number {
  const [name, place] = [fold(title), fold(group)]
  let sum = 0
  for (const word of words) {
    const worth = Math.max(standing(word, name), standing(word, place) / 2)
    if (worth === 0) return 0
    sum += worth
  }
  // Of two that hold it as well, the shorter is more of it.
  return sum / words.length - name.length / 10_000
}

/** 4: the beginning of the text; 3: of a word; 2: anywhere; up to 1: its letters, others between; 0: not there. */
function standing(word: string, text: string): number {
  if (text.startsWith(word)) return 4
  if (text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))) return 3
  if (text.includes(word)) return 2
  if (word.length < 2) return 0
  let [first, at] = [-1, -1]
  for (const letter of word) {
    at = text.indexOf(letter, at + 1)
    if (at === -1) return 0
    if (first === -1) {
      // Letters that are scattered begin a word at the least.
      while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) {
        at = text.indexOf(letter, at + 1)
        if (at === -1) return 0
      }
      first = at
    }
  }
  const spread = at - first + 1
  return spread > word.length * 4 ? 0 : word.length / spread
}
