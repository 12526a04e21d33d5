import { german } from '@shared/messages/formats'
import type { OwnDigestFormat } from '@shared/model/own-digest-formats'

const { count, number } = german

const papers = (n: number): string => count(n, 'Paper', 'Papers')

/** Die Wörter eigener Digests. */
export const sending = {
  sending: {
    title: 'Digest machen',
    papers: 'Aus welchen Papers',
    count: papers,
    name: 'Titel',
    needsName: 'Ein Digest braucht einen Titel.',
    as: 'Als',
    formats: {
      html: 'Webseite',
      markdown: 'Markdown',
      text: 'Reiner Text',
      eml: 'Mail (.eml)',
      atom: 'Feed (Atom)'
    } satisfies Record<OwnDigestFormat, string>,
    help: {
      html: 'Eine Datei, die jeder Browser zeigt und druckt; nichts darin wird geladen oder ausgeführt.',
      markdown: 'Text mit Überschriften und Links, für Wikis, Repositorien und Notizen.',
      text: 'Text für überall: eine Mail, einen Chat, ein Terminal.',
      eml: 'Öffnet sich als Entwurf in einem Mailprogramm, als Text und als Seite, mit den Daten im Anhang.',
      atom: 'Stellen Sie ihn ins Web, und andere können ihn abonnieren. Unter demselben Titel neu gemacht, bleibt er derselbe Feed.'
    } satisfies Record<OwnDigestFormat, string>,
    with: 'Mit',
    abstracts: 'Abstracts',
    notes: 'Meinen Notizen',
    empty: 'Hier gibt es keine Papers.',
    tooMany: (most: number) => `In einen Digest kommen nur die ersten ${number(most)} Papers.`,
    preview: 'Vorschau der ersten Papers',
    showSource: 'Quelltext zeigen',
    showPage: 'Seite zeigen',
    copy: 'Kopieren',
    save: 'Speichern …',
    copied: (n: number, format: string) => `Digest aus ${papers(n)} kopiert: ${format}.`,
    saved: (n: number, { fileName, folder }: { fileName: string; folder: string }) =>
      `Digest aus ${papers(n)} in ${folder} als ${fileName} gespeichert.`,
    command: 'Digest machen …',
    sources: {
      selection: (n: number) =>
        n === 1 ? 'Das ausgewählte Paper' : `Die ${papers(n)} der Auswahl`,
      view: (title: string) => `Was zu sehen ist: ${title}`,
      tag: (name: string) => `Schlagwort ${name}`,
      days: { week: 'Trends der neuesten Woche', month: 'Trends des neuesten Monats' }
    }
  }
}
