import { english } from '@shared/messages/formats'
import type { BibDialect, ProjectProblem, ProjectSummary } from '@shared/model/latex'
import type { Editor, Settings } from '@shared/model/settings'
import type { CiteFormat } from '@shared/text/cite-text'

const { count, number } = english

const editors: Record<Editor, string> = {
  system: 'The system’s own',
  vscode: 'VS Code',
  emacs: 'Emacs',
  vim: 'Vim',
  texstudio: 'TeXstudio'
}
const formats: Record<CiteFormat, string> = {
  latex: 'LaTeX',
  biblatex: 'BibLaTeX',
  natbib: 'natbib',
  pandoc: 'Pandoc Markdown',
  mmd: 'MultiMarkdown',
  typst: 'Typst',
  org: 'Org',
  orgRef: 'Org-ref',
  'asciidoctor-bibtex': 'AsciiDoc',
  keys: 'Keys only'
}
const servers: Record<Settings['citeServer'], string> = {
  off: 'No',
  token: 'With a token',
  open: 'Any program on this computer'
}
const dialects: Record<BibDialect, string> = { bibtex: 'BibTeX', biblatex: 'BibLaTeX' }

/** What is amiss, in a sentence about one key or file. */
const problems: Record<ProjectProblem['kind'], (name: string, total: number) => string> = {
  missing: (key) => `${key} is cited, and neither the .bib nor the library has it.`,
  former: (key) => `${key} is a former key of a paper.`,
  capitals: (key) => `${key} is cited in other capitals than its entry has.`,
  unused: (key) => `${key} was written by hand and is not cited.`,
  duplicate: (key) => `Two entries have the key ${key}.`,
  edited: (key) => `The entry ${key} was changed by hand. Sheaf leaves it until you decide.`,
  foreign: (file, total) =>
    total === 1
      ? `${file} has an entry that the library does not have.`
      : `${file} has ${number(total)} entries that the library does not have.`,
  'no-bib': (file) => `${file} is named in the text, but is not there.`,
  'unnamed-bib': (file) => `No file of the project names ${file}.`,
  broken: (file) => `An entry in ${file} does not end. Sheaf writes again once it does.`,
  'no-file': (file) => `${file} is taken in, but is not there.`,
  unwritable: (key) =>
    `${key} has letters that this file’s encoding cannot hold. Save the file as UTF-8.`
}

const health: Record<ProjectSummary['health'], string> = {
  ok: 'Up to date',
  problems: 'Up to date, with problems',
  failing: 'Not written',
  paused: 'Paused',
  unset: 'No .bib chosen',
  unknown: 'Being read'
}

/** Linked LaTeX projects, and citations on their way into an editor. */
export const latex = {
  projects: {
    title: 'LaTeX projects',
    link: 'Link a folder…',
    open: 'Show how it stands…',
    health,
    /** What the dot in the sidebar says. */
    hint: (project: ProjectSummary, time: string) =>
      project.failure !== ''
        ? project.failure
        : `${health[project.health]}${time === '' ? '' : `, written ${time}`}`,
    linked: (name: string) => `${name} is linked.`,
    gone: 'This project is no longer linked.'
  },
  project: {
    written: (time: string) => `Last written ${time}`,
    never: 'Not written yet',
    reading: 'Reading the project…',
    about: (files: number, cited: number, entries: number) =>
      `${count(files, 'file')} read, ${count(cited, 'key')} cited, ${number(entries)} ${entries === 1 ? 'entry' : 'entries'} in the .bib`,
    retrying: 'Sheaf tries again by itself.',
    writeNow: 'Write now',
    pause: 'Pause',
    resume: 'Resume',
    unlink: 'Unlink',
    unlinked: (name: string) => `${name} is no longer linked. Its files stay as they are.`,
    bib: 'The .bib to keep',
    chooseBib: 'Choose another…',
    noBib: 'None chosen',
    source: 'What it holds',
    sources: { cited: 'What is cited', library: 'The whole library' },
    tag: (name: string) => `Papers tagged ${name}`,
    collection: (path: string) => `Papers in ${path}`,
    search: (name: string) => `What “${name}” finds`,
    goneSource: 'What is gone from the library',
    dialect: 'Written for',
    dialects,
    help: 'Your own entries, comments and formatting in this file stay as they are.',
    problems: (n: number) => (n === 0 ? 'Problems' : `Problems (${number(n)})`),
    noProblems: 'Nothing is amiss.',
    problem: problems,
    more: (n: number) => `and ${number(n)} more`,
    openAt: (name: string, line: number) => (line === 0 ? name : `${name}:${String(line)}`),
    open: (name: string, line: number) =>
      line === 0 ? `Open ${name}` : `Open ${name} at line ${String(line)}`,
    fixes: {
      recite: (to: string) => `Cite ${to}`,
      take: 'Take it into the library',
      takeAll: (n: number): string => (n === 1 ? 'Import it…' : 'Import them…'),
      leave: 'Leave it mine',
      write: 'Write Sheaf’s',
      remove: (isSecond: boolean): string => (isSecond ? 'Keep the first only' : 'Take it out'),
      keep: (file: string) => `Keep ${file}`
    },
    entries: (n: number) => (n === 0 ? 'Entries' : `Entries (${number(n)})`),
    noEntries: 'The .bib has no entries yet. Cite a paper of the library in the text.',
    owners: { ours: 'Sheaf', theirs: 'by hand', edited: 'changed by hand' },
    columns: { key: 'Key', title: 'Title', owner: 'Written by', cited: 'Cited' },
    showPaper: (title: string) => `Show “${title}”`
  },
  renaming: {
    also: (total: number, files: number) =>
      `Change it in ${count(total, 'place')} of ${count(files, 'file')} of linked projects too`,
    nowhere: 'No linked project cites this paper. The old key stays known, and finds it still.',
    stays: 'The old key stays known: it still finds this paper.',
    more: (n: number) => `${number(n)} more places are changed too.`,
    done: (files: number) => `${count(files, 'file')} changed with it. Undo puts them back.`,
    places: 'Places'
  },
  cite: {
    title: 'Cite',
    asked: 'Cite, for your editor',
    label: 'Find papers to cite',
    placeholder: 'Author, title, year',
    list: 'Papers',
    format: 'Written as',
    formats,
    command: 'Command',
    commandHelp: 'Such as citep; empty for the usual one',
    badCommand: 'A command has letters only, and perhaps a star.',
    chosen: 'Chosen',
    remove: (key: string) => `Do not cite ${key}`,
    nothing: 'No paper has these words.',
    keys: (isWaiting: boolean, canPush: boolean) =>
      `${isWaiting ? 'Enter cites' : 'Enter copies'}. Tab adds another.${canPush ? ' Ctrl Enter puts it into your editor.' : ''}`,
    copy: 'Copy',
    insert: 'Cite',
    push: (editor: Editor) => `Put into ${editors[editor]}`,
    copied: (text: string) => `Copied ${text}`,
    pushed: (text: string, editor: Editor) => `Put ${text} into ${editors[editor]}.`
  },
  citing: {
    editor: 'Editor',
    editors,
    shortcut: 'Key for the citation picker, from any program',
    shortcutHelp: 'Such as Ctrl+Alt+C; empty for none',
    server: 'Let editors ask for citations',
    servers,
    serverHelp:
      'For plug-ins that speak Better BibTeX’s “cite as you write”. Only this computer can ask, and no web page.',
    port: 'Port',
    address: 'Address for the plug-in',
    copyAddress: 'Copy the address',
    addressCopied: 'Copied the address.'
  }
}
