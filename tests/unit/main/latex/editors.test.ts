import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inserting, invoke, openingAt } from '../../../../src/main/latex/editors'
import { temporaryFolder } from '../../support/library'

const place = { file: '/home/me/a b; touch x/main.tex', line: 12, column: 3 }

describe('an editor', () => {
  it('opens a file at a line, the path being one word whatever is in it', () => {
    expect(openingAt('vscode', place)?.args.at(-1)).toBe(`${place.file}:12:3`)
    expect(openingAt('emacs', place)?.args).toEqual(['--no-wait', '+12:3', place.file])
    expect(openingAt('vim', place)?.args.slice(-2)).toEqual(['+12', place.file])
    expect(openingAt('texstudio', place)?.args).toEqual(['--line', '12', place.file])
    expect(openingAt('system', place)).toBeNull()
  })

  it('gets a citation as its own words for text', () => {
    const text = '\\cite{a:b,c_d}'
    expect(inserting('emacs', text)?.args.at(-1)).toContain('(insert "\\\\cite{a:b,c_d}")')
    expect(inserting('vim', text)?.args.at(-1)).toBe('<C-\\><C-N>a\\cite{a:b,c_d}<Esc>')
    expect(inserting('texstudio', text)?.args).toEqual(['--insert-cite', text])
    expect(inserting('vscode', text)).toBeNull()
  })

  it('gets nothing that is no citation', () => {
    for (const text of ['a\nb', '$(touch x)', '`touch x`', 'a|b', 'a\u001bb'])
      expect(() => inserting('emacs', text)).toThrow('no key and no command')
    const lisp = inserting('emacs', 'a" (delete-file "x")')?.args.at(-1) ?? ''
    expect(lisp).toContain('(insert "a\\" (delete-file \\"x\\")")')
  })

  it('is started without a shell: what it is given arrives as it is', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'out')
    const canary = join(folder, 'canary')
    const word = `$(touch ${canary}); "quoted" & more`
    await invoke({
      program: process.execPath,
      args: ['-e', 'require("fs").writeFileSync(process.argv[1], process.argv[2])', out, word]
    })
    expect(readFileSync(out, 'utf8')).toBe(word)
    expect(existsSync(canary)).toBe(false)
  })

  it('says that it is not there, or that it did not take it', async () => {
    await expect(invoke({ program: 'no-such-editor-here', args: [] })).rejects.toThrow(
      '“no-such-editor-here” was not found'
    )
    await expect(
      invoke({ program: process.execPath, args: ['-e', 'process.exit(1)'] })
    ).rejects.toThrow('did not take it')
  })
})
