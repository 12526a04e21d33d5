import { spawn } from 'node:child_process'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Editor } from '@shared/model/settings'

/** A program and what it is given, word by word: no shell reads it. */
export interface Invocation {
  program: string
  args: string[]
}

/** How long a program has to say that it failed, in milliseconds; editors then go on for hours. */
const patience = 3000
/** What a citation consists of; nothing else is handed to an editor. */
const citation = /^[A-Za-z0-9:._+/\-\\{},@#;[\]()<>"* ]+$/

/** Opens a file at a place; null for the system's own program, which knows no lines. */
export function openingAt(
  editor: Editor,
  { file, line, column }: { file: string; line: number; column: number }
): Invocation | null {
  const at = [Math.max(1, line), Math.max(1, column)].map(String)
  const [row = '1', col = '1'] = at
  switch (editor) {
    case 'vscode':
      return { program: 'code', args: ['--reuse-window', '--goto', `${file}:${row}:${col}`] }
    case 'emacs':
      return { program: 'emacsclient', args: ['--no-wait', `+${row}:${col}`, file] }
    case 'vim':
      return { program: 'gvim', args: ['--servername', 'VIM', '--remote-silent', `+${row}`, file] }
    case 'texstudio':
      return { program: 'texstudio', args: ['--line', row, file] }
    case 'system':
      return null
  }
}

/**
 * Puts a citation where an editor's cursor is; null where the editor takes nothing from outside.
 * @throws AppError `invalid-input` for a text that is no citation
 */
export function inserting(editor: Editor, text: string): Invocation | null {
  if (!citation.test(text)) throw new AppError('invalid-input', words.citing.strange)
  switch (editor) {
    case 'emacs': {
      const string = `"${text.replace(/[\\"]/g, '\\$&')}"`
      const lisp = `(with-current-buffer (window-buffer (selected-window)) (insert ${string}))`
      return { program: 'emacsclient', args: ['--no-wait', '--eval', lisp] }
    }
    case 'vim': {
      const typed = text.replaceAll('<', '<lt>')
      return {
        program: 'vim',
        args: ['--servername', 'VIM', '--remote-send', `<C-\\><C-N>a${typed}<Esc>`]
      }
    }
    case 'texstudio':
      return { program: 'texstudio', args: ['--insert-cite', text] }
    case 'vscode':
    case 'system':
      return null
  }
}

/**
 * Starts a program and lets it go on by itself.
 * @throws AppError `unsupported` where it is not there, or says at once that it failed
 */
export async function invoke({ program, args }: Invocation): Promise<void> {
  const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, patience)
    const fail = (message: string, cause?: unknown): void => {
      clearTimeout(timer)
      reject(new AppError('unsupported', message, { cause }))
    }
    child.once('error', (error) => {
      fail(words.citing.noProgram(program), error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else fail(words.citing.notTaken(program))
    })
  })
  child.unref()
}
