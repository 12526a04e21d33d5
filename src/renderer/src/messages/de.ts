import { german } from '@shared/messages/formats'
import { annotations } from './de/annotations'
import { commands } from './de/commands'
import { detail } from './de/detail'
import { imports } from './de/imports'
import { library } from './de/library'
import { lookups } from './de/lookups'
import { organise } from './de/organise'
import { reader } from './de/reader'
import { related } from './de/related'
import { search } from './de/search'
import { tools } from './de/tools'
import { triage } from './de/triage'
import type { Words } from './en'

/**
 * Every word the window shows, in German. The user is “Sie”, where it cannot be done without.
 *
 * Glossary: paper = Paper (pl. Papers); digest = Digest (pl. Digests); library = Bibliothek; citation key =
 * Zitierschlüssel; tag = Schlagwort; note = Notiz; abstract = Abstract; venue = Erscheinungsort; attachment =
 * Anhang; star = mit Stern versehen, Stern; unread = ungelesen; trash = Papierkorb; merge = zusammenführen;
 * complete (v.) = vervollständigen; look up = nachschlagen; source = Quelle; saved search = gespeicherte Suche;
 * related = verwandt; undo = rückgängig machen, take back = zurücknehmen; restore = wiederherstellen; version
 * (of a note) = Fassung, (of a paper) = Version; import, export = Import, Export; feed = Feed; key (of the
 * keyboard) = Taste; settings = Einstellungen; command = Befehl; draft = Entwurf; by meaning = nach Bedeutung;
 * collection = Sammlung; rule = Regel; group = Gruppe; column = Spalte; annotation = Annotation; highlight =
 * Hervorhebung, hervorheben; underline = unterstreichen; comment = Kommentar; mark = markieren; place (of an
 * annotation) = Stelle; take over = übernehmen; reader = Leseansicht; hit = Treffer; outline = Gliederung;
 * Inbox = Eingang; keep = behalten; dismiss = verwerfen; decide about = entscheiden über; history = Verlauf.
 */
export const de: Words = {
  formats: german,
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  done: 'Fertig',
  keyNames: { Mod: 'Strg', Shift: 'Umschalt', Alt: 'Alt', Delete: 'Entf' },
  errors: {
    unexpected:
      'Etwas ist schiefgegangen, womit Sheaf nicht gerechnet hat. Nichts ist verloren; versuchen Sie es noch einmal.'
  },
  reader,
  organise,
  related,
  search,
  ...commands,
  ...library,
  ...annotations,
  ...detail,
  ...imports,
  ...lookups,
  ...triage,
  ...tools
}
