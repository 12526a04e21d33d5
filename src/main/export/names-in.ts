/** Names of a field for people, parted by `and` outside braces. */
export function namesIn(value: string): string[] {
  const names: string[] = []
  let depth = 0
  let name: string[] = []
  for (const word of value.split(/\s+/)) {
    if (word === 'and' && depth === 0) {
      names.push(name.join(' '))
      name = []
      continue
    }
    for (const sign of word) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    name.push(word)
  }
  return [...names, name.join(' ')].filter((one) => one.trim() !== '')
}
