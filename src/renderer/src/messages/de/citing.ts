import { german } from '@shared/messages/formats'
import type { citing as shape } from '../en/citing'
import { papers } from './count'

const { count, number } = german

const references = (n: number): string => count(n, 'Literaturangabe', 'Literaturangaben')

export const citing: typeof shape = {
  citing: {
    title: 'Zitierschlüssel und Export',
    help: 'Diese Einstellungen gehören zu dieser Bibliothek und gelten auch auf der Kommandozeile.',
    open: 'Zitierschlüssel und Export…',
    keys: {
      title: 'Zitierschlüssel',
      pattern: 'Muster für neue Schlüssel',
      patternHelp:
        'Etwa auth.lower + year + shorttitle(1).lower. Teile werden mit + verbunden, Alternativen mit | getrennt. Schreiben Sie standard für die Schlüssel, die Sheaf von sich aus macht.',
      at: (message, place) => `Bei ${number(place)}: ${message}`,
      clashes: 'Hinter einem vergebenen Schlüssel',
      clashChoices: { letters: 'a, b, … z, aa', numbers: '-2, -3, …' },
      preview: 'Was es aus Papers dieser Bibliothek macht',
      noPapers: 'Noch gibt es keine Papers, an denen es sich zeigen ließe.',
      now: 'Schlüssel jetzt',
      made: 'Nach diesem Muster',
      paper: 'Paper',
      keep: 'Dieses Muster verwenden',
      kept: 'Neue Papers bekommen Schlüssel nach diesem Muster. Vorhandene Schlüssel bleiben, wie sie sind.',
      functions: 'Funktionen',
      filters: 'Filter'
    },
    export: {
      title: 'BibTeX und BibLaTeX',
      addresses: 'DOI und Adresse',
      addressChoices: {
        both: 'DOI und Adresse',
        doi: 'Die Adresse nur ohne DOI',
        url: 'Die Adresse, keine DOI'
      },
      bibtexUrl: 'Wo BibTeX die Adresse hat',
      bibtexUrlChoices: { field: 'Im Feld url', note: 'In note', none: 'Nirgends' },
      braces: 'Klammern in Titeln bewahren die Großschreibung von',
      bracesChoices: {
        names: 'Namen und Abkürzungen',
        capitals: 'Jedem Großbuchstaben',
        none: 'Nichts'
      },
      letters: 'Buchstaben jenseits von ASCII',
      lettersChoices: {
        'by-format': 'Befehle in BibTeX, Buchstaben in BibLaTeX',
        unicode: 'Buchstaben in beiden',
        commands: 'Befehle in beiden'
      },
      preprints: 'Preprints',
      preprintChoices: {
        online: '@misc, @online',
        unpublished: '@unpublished',
        article: '@article'
      },
      journals: 'Namen von Zeitschriften',
      journalChoices: { full: 'Ausgeschrieben', abbreviated: 'Abgekürzt (ISO 4)' },
      incomplete: 'Papers, denen fehlt, was ihre Art braucht',
      incompleteChoices: {
        misc: 'Als @misc schreiben',
        'as-it-is': 'Trotzdem als ihre Art schreiben'
      },
      order: 'Reihenfolge der Einträge',
      orderChoices: {
        listed: 'Wie in der Liste',
        key: 'Nach Schlüssel',
        author: 'Nach Autor und Jahr',
        newest: 'Neueste zuerst'
      },
      comments: 'Über einen Eintrag schreiben, was ihm fehlt',
      leftOut: 'Auszulassende Felder',
      leftOutHelp: 'Namen wie abstract, keywords, file, durch Kommas getrennt.',
      leftOutWrong: (name) => `„${name}“ ist kein Name eines Feldes.`,
      strings: 'Abkürzungen',
      stringsHelp:
        '@string-Definitionen, etwa @string{tog = "ACM Transactions on Graphics"}. Ein Wert, der einer gleicht, wird mit ihrem Namen geschrieben.'
    },
    make: {
      title: 'Schlüssel neu bilden',
      looking: 'Schlüssel werden gebildet…',
      summary: (changed, all) =>
        changed === 0
          ? `Das Muster ergibt die Schlüssel, die ${all === 1 ? 'das Paper schon hat' : `die ${papers(all)} schon haben`}.`
          : `${number(changed)} von ${number(all)} Schlüsseln würden sich ändern. Die alten führen weiter zu ihren Papers, und BibLaTeX bekommt sie als ids.`,
      warning:
        'Texte, die die alten Schlüssel zitieren, ändern sich dadurch nicht, außer denen verknüpfter Projekte.',
      nowhere: 'Kein verknüpftes Projekt zitiert diese Papers.',
      more: (n) => `und ${number(n)} weitere`,
      apply: (n) => `${number(n)} Schlüssel ändern`,
      done: (n) => `${number(n)} Schlüssel neu gebildet.`
    },
    references: {
      title: 'Formatierte Literaturangaben',
      style: 'Stil',
      own: 'eigener',
      add: 'Stil hinzufügen…',
      looking: 'Wird formatiert…',
      shown: (shown, all) => (shown < all ? `Die ersten von ${references(all)}` : references(all)),
      copyText: 'Als Text kopieren',
      copyHtml: 'Mit Kursivschrift kopieren',
      copied: (n) => `${references(n)} kopiert.`,
      tooMany: 'Mehr als 5.000 Papers sind ausgewählt: Die ersten 5.000 werden formatiert.',
      credits:
        'Stile vom Projekt Citation Style Language (citationstyles.org, CC BY-SA 3.0). Zitate von citeproc-js (CPAL 1.0).'
    }
  }
}
