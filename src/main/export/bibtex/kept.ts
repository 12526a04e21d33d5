import type { CitedPaper } from '@shared/model/paper'
import { parseName } from '@shared/text/person-name'
import { texToText } from '@shared/text/tex-text'
import { namesIn } from '../names-in'
import type { Form } from './form'
import { isHarmless, isTex, printable } from './harmless'
import { escapedText } from './latex-text'
import { nameList } from './name'
import { verbatim } from './verbatim'

/** Names that BibTeX and BibLaTeX have for one thing, BibLaTeX's first. */
const pairs: readonly (readonly [biblatex: string, bibtex: string])[] = [
  ['location', 'address'],
  ['eprintclass', 'primaryclass'],
  ['annotation', 'annote']
]
const biblatexNames = new Map(pairs.map(([biblatex, bibtex]) => [bibtex, biblatex]))
const bibtexNames = new Map(pairs)

const peopleNames: ReadonlySet<string> = new Set(
  'translator bookauthor commentator holder editora editorb editorc namea nameb namec annotator introduction foreword afterword'.split(
    ' '
  )
)
const verbatimNames: ReadonlySet<string> = new Set(
  'doi url eprint pdf file verba verbb verbc biburl ee urn'.split(' ')
)
/** Fields that BibLaTeX looks words up by: nothing but letters, digits and what joins them may stand in them. */
const keyNames: ReadonlySet<string> = new Set(
  'editortype editoratype editorbtype editorctype nameatype namebtype namectype entrysubtype eprinttype'.split(
    ' '
  )
)
/** Text that styles print, so that it must be able to stand in a document. */
const printedNames: ReadonlySet<string> = new Set(
  (
    'series edition location type note howpublished organization institution school publisher venue eventtitle ' +
    'addendum titleaddon subtitle shorttitle shortjournal journalsubtitle booktitle booksubtitle booktitleaddon ' +
    'maintitle mainsubtitle maintitleaddon issuetitle issuesubtitle chapter version pubstate annotation ' +
    'origtitle origpublisher origlocation origlanguage volumes pagetotal part number seriesnumber ' +
    'eprintclass language copyright'
  ).split(' ')
)

/** Fields of other programs, taken one by one; what is left at the end is written as it came. */
export class KeptFields {
  readonly #values = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(
    paper: CitedPaper,
    private readonly form: Form
  ) {
    for (const { name, value } of paper.extra) {
      const known = biblatexNames.get(name.toLowerCase()) ?? name.toLowerCase()
      if (/^[a-z][\w+.:-]*$/.test(known) && !this.#values.has(known)) this.#values.set(known, value)
    }
  }

  get isEmpty(): boolean {
    return this.#values.size === 0
  }

  /** A field's value as it came, by BibLaTeX's name; empty for none. It is then not among the rest. */
  raw(name: string): string {
    if (this.#values.size === 0) return ''
    this.#taken.add(name)
    return this.#values.get(name)?.trim() ?? ''
  }

  /** A field's value as LaTeX that can be printed. */
  text(name: string): string {
    if (this.#values.size === 0) return ''
    return this.written(name, this.raw(name))
  }

  /** Everything not taken, by the names the dialect has. */
  rest(): [name: string, value: string][] {
    if (this.#values.size === 0) return []
    return [...this.#values]
      .filter(([name]) => !this.#taken.has(name))
      .map(([name, value]) => [
        this.form.dialect === 'bibtex' ? (bibtexNames.get(name) ?? name) : name,
        this.written(name, value)
      ])
  }

  private written(name: string, came: string): string {
    const value = withoutControls(came)
    if (value === '') return ''
    const { letters } = this.form
    if (verbatimNames.has(name)) return verbatim(value.replace(/\\([_%&#~])/g, '$1'))
    if (peopleNames.has(name)) return this.people(value)
    if (keyNames.has(name))
      return texToText(value)
        .replace(/[^A-Za-z0-9 .:+/-]/g, '')
        .trim()
    if (!isTex(value) && printedNames.has(name)) return escapedText(value, letters)
    if (printedNames.has(name)) return printable(value, letters) ?? escapedText(value, letters)
    return isHarmless(value) ? value : escapedText(value, 'bibtex')
  }

  private people(value: string): string {
    // TeX goes: what is left of a name that holds mathematics would be an initial to Biber.
    const names = namesIn(value).map((one) => parseName(/\\/.test(one) ? texToText(one) : one))
    return nameList(names, this.form.letters, this.form.dialect).value
  }
}

/** What no program of TeX's reads is left out, whatever the rest says. */
function withoutControls(value: string): string {
  return value.toWellFormed().replace(/[^\P{C}\t\n\r\u200C\u200D]|\uFFFD/gu, '')
}
