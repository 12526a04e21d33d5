import { keyShape, type KeyCommands, type KeyShape } from './cite-commands'
import type { TexReader } from './reader'

const byNewcommand =
  /^(?:newcommand|renewcommand|providecommand|DeclareRobustCommand|(?:new|renew|provide)robustcmd)$/
const byDocumentCommand = /^(?:New|Renew|Provide|Declare)DocumentCommand$/

/** Whether a command may define another that cites. */
export function defines(name: string): boolean {
  return (
    byNewcommand.test(name) ||
    byDocumentCommand.test(name) ||
    /^(?:def|gdef|let|newcites|Declare(?:Multi)?CiteCommand)$/.test(name)
  )
}

/**
 * Reads a definition of the user's, the reader standing behind its command; gives the commands that it
 * makes cite. Only what hands a whole argument on is understood: `\newcommand{\see}[2][]{\cite[#1]{#2}}`.
 */
export function readDefinition(
  command: string,
  reader: TexReader,
  own: KeyCommands
): [string, KeyShape][] {
  reader.match(/\*/y)
  reader.skipBlanks()
  if (command === 'newcites') return ofMultibib(groupText(reader))
  const name = definedName(reader)
  if (name === '') return []
  if (command === 'DeclareCiteCommand') return [[name, { before: 0, many: false }]]
  if (command === 'DeclareMultiCiteCommand') return [[name, { before: 0, many: true }]]
  if (command === 'let') {
    const other = reader.match(/\s*=?\s*\\[A-Za-z@]+/y).replace(/^[\s=]*\\/, '')
    return aliased(name, other, own)
  }
  const mandatory = readParameters(command, reader)
  reader.skipBlanks()
  const body = groupText(reader)
  const alone = /^\s*\\([A-Za-z@]+)\s*$/.exec(body)?.[1]
  if (mandatory.length === 0 && alone !== undefined) return aliased(name, alone, own)
  const before = mandatory.indexOf(handedOn(body, own))
  return before === -1 ? [] : [[name, { before, many: false }]]
}

function definedName(reader: TexReader): string {
  const bare = reader.match(/\\[A-Za-z@]+/y)
  return (bare === '' ? groupText(reader) : bare).trim().replace(/^\\/, '')
}

function groupText(reader: TexReader): string {
  const range = reader.group()
  return range === null ? '' : reader.slice(range)
}

function aliased(name: string, other: string, own: KeyCommands): [string, KeyShape][] {
  const shape = keyShape(other, own)
  return shape === undefined || name === other ? [] : [[name, shape]]
}

/** Numbers of the parameters that are given in braces, in order. */
function readParameters(command: string, reader: TexReader): number[] {
  if (byDocumentCommand.test(command)) {
    reader.skipBlanks()
    const kinds = groupText(reader)
      .replace(/\{[^{}]*\}/g, '')
      .replace(/[^a-zA-Z]/g, '')
      // Delimiters of optional arguments are signs, and gone; those that are left are kinds.
      .split('')
    return kinds.flatMap((kind, index) => (kind === 'm' ? [index + 1] : []))
  }
  if (command === 'def' || command === 'gdef')
    return [...reader.match(/(?:#\d)*/y).matchAll(/\d/g)].map(([digit]) => Number(digit))
  reader.skipBlanks()
  const count = reader.optional()
  if (count === null) return []
  reader.skipBlanks()
  const first = reader.optional() === null ? 1 : 2
  const total = Number(reader.slice(count))
  return Array.from({ length: Math.max(0, Math.min(9, total) - first + 1) }, (_, i) => i + first)
}

/** Number of the parameter that a body hands on to a command that cites; 0 for none. */
function handedOn(body: string, own: KeyCommands): number {
  for (const [, name = '', keys = ''] of body.matchAll(
    /\\([A-Za-z@]+)\*?\s*(?:\[[^[\]]*\]\s*)*\{([^{}]*)\}/g
  )) {
    const parameter = /^[^#]*#(\d)[^#]*$/.exec(keys)?.[1]
    if (parameter !== undefined && keyShape(name, own) !== undefined) return Number(parameter)
  }
  return 0
}

/** Package multibib: a bibliography more, with commands of its own. */
function ofMultibib(suffixes: string): [string, KeyShape][] {
  return suffixes
    .split(',')
    .map((suffix) => suffix.trim())
    .filter((suffix) => /^[A-Za-z]+$/.test(suffix))
    .flatMap((suffix) =>
      ['cite', 'citep', 'citet', 'nocite'].map(
        (name) => [name + suffix, { before: 0, many: false }] as [string, KeyShape]
      )
    )
}
