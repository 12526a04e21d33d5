import { english } from '@shared/messages/formats'
import type { OwnDigestFormat } from '@shared/model/own-digest-formats'

const { count, number } = english

/** The words of digests of one's own. */
export const sending = {
  sending: {
    title: 'Make a digest',
    papers: 'Of which papers',
    count: (n: number) => count(n, 'paper'),
    name: 'Title',
    needsName: 'A digest needs a title.',
    as: 'As',
    formats: {
      html: 'Web page',
      markdown: 'Markdown',
      text: 'Plain text',
      eml: 'Mail (.eml)',
      atom: 'Feed (Atom)'
    } satisfies Record<OwnDigestFormat, string>,
    help: {
      html: 'One file that any browser shows and prints; nothing in it is fetched or run.',
      markdown: 'Text with headings and links, for wikis, repositories and notes.',
      text: 'Text for anywhere: a mail, a chat, a terminal.',
      eml: 'Opens as a draft in a mail program, as text and as a page, with the data attached.',
      atom: 'Put it on the web, and others can subscribe to it. Made again under the same title, it stays the same feed.'
    } satisfies Record<OwnDigestFormat, string>,
    with: 'With',
    abstracts: 'Abstracts',
    notes: 'My notes',
    empty: 'There are no papers here.',
    tooMany: (most: number) => `Only the first ${number(most)} papers go into a digest.`,
    preview: 'Preview of the first papers',
    showSource: 'Show the source',
    showPage: 'Show the page',
    copy: 'Copy',
    save: 'Save…',
    copied: (n: number, format: string) => `Digest of ${count(n, 'paper')} copied: ${format}.`,
    saved: (n: number, { fileName, folder }: { fileName: string; folder: string }) =>
      `Digest of ${count(n, 'paper')} written to ${fileName} in ${folder}.`,
    command: 'Make a digest…',
    sources: {
      selection: (n: number) => `Selected ${count(n, 'paper')}`,
      view: (title: string) => `What is on view: ${title}`,
      tag: (name: string) => `Tag ${name}`,
      days: { week: 'Trends of the newest week', month: 'Trends of the newest month' }
    }
  }
}
