import { german } from '@shared/messages/formats'
import { annotations } from './de/annotations'
import { archive } from './de/archive'
import { backups } from './de/backups'
import { citing } from './de/citing'
import { commands } from './de/commands'
import { detail } from './de/detail'
import { imports } from './de/imports'
import { latex } from './de/latex'
import { library } from './de/library'
import { lookups } from './de/lookups'
import { organise } from './de/organise'
import { pictures } from './de/pictures'
import { reader } from './de/reader'
import { related } from './de/related'
import { search } from './de/search'
import { subscriptions } from './de/subscriptions'
import { tools } from './de/tools'
import { sending } from './de/sending'
import { trending } from './de/trending'
import { triage } from './de/triage'
import { welcome } from './de/welcome'
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
 * Inbox = Eingang; keep = behalten; dismiss = verwerfen; decide about = entscheiden über; history = Verlauf;
 * project = Projekt; link (a folder) = verknüpfen; entry = Eintrag; cite = zitieren; citation = Zitat;
 * editor = Editor; backup = Sicherung, back up = sichern; pattern = Muster; reference = Literaturangabe; style = Stil; picture = Bild;
 * map (of topics) = Themenkarte; timeline = Zeitleiste; term = Begriff; pick = auswählen;
 * subscription = Abonnement; fetch = abrufen; hold back = zurückhalten.
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
  latex,
  reader,
  organise,
  related,
  pictures,
  search,
  subscriptions,
  ...archive,
  ...backups,
  ...citing,
  ...commands,
  ...library,
  ...annotations,
  ...detail,
  ...imports,
  ...lookups,
  ...sending,
  ...trending,
  ...triage,
  ...tools,
  ...welcome
}
