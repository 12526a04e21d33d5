import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { app } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { writeFileAtomically } from '../../files/write-file'
import { decodeText } from '../../import/decode'
import { feedsInOpml, opmlOf } from '../../subscribe/opml'
import { recognise } from '../../subscribe/recognise'
import type { Context } from '../context'
import { askWhatToOpen, askWhereToSave } from '../dialogs'

type Noun =
  | `subscription:${'list' | 'recognise' | 'save' | 'pause' | 'remove' | 'fetch' | 'history'}`
  | `subscription:${'preview' | 'held' | 'take-held' | 'add-feeds' | 'choose-opml' | 'export-opml'}`

/** What is asked for new papers. */
export function subscriptionHandlers(context: Context): Pick<Handlers, Noun> {
  const subscriptions = (): ReturnType<Context['subscriptions']> => context.subscriptions()
  const opml = [{ name: words.subscriptions.opmlFiles, extensions: ['opml', 'xml'] }]
  return {
    'subscription:list': async () => (await subscriptions()).list(),
    'subscription:recognise': ({ text }) => recognise(text),
    'subscription:save': async ({ id, fields, password }) =>
      (await subscriptions()).save(id, fields, password),
    'subscription:pause': async ({ id, paused }) => ({
      label: (await subscriptions()).pause(id, paused)
    }),
    'subscription:remove': async ({ id }) => ({ label: (await subscriptions()).remove(id) }),
    'subscription:fetch': async ({ ids }): Promise<undefined> => {
      ;(await subscriptions()).fetch(ids)
    },
    'subscription:history': async ({ id }) => (await subscriptions()).history(id),
    'subscription:preview': async ({ id, filter }) => (await subscriptions()).preview(id, filter),
    'subscription:held': async ({ id }) => (await subscriptions()).held(id),
    'subscription:take-held': async ({ id, which }) => (await subscriptions()).takeHeld(id, which),
    'subscription:add-feeds': async ({ feeds }) => (await subscriptions()).addFeeds(feeds),
    'subscription:choose-opml': async () => {
      const path = await askWhatToOpen(context, {
        title: words.subscriptions.chooseOpml,
        filters: opml,
        properties: ['openFile']
      })
      if (path === null) return null
      const file = basename(path)
      const feeds = feedsInOpml(decodeText(readFileSync(path), file))
      if (feeds.length === 0) throw new AppError('unsupported', words.subscriptions.noFeeds(file))
      return feeds
    },
    'subscription:export-opml': async () => {
      const filePath = await askWhereToSave(context, {
        title: words.subscriptions.opmlFiles,
        defaultPath: join(app.getPath('documents'), words.subscriptions.opmlName),
        filters: opml
      })
      if (filePath === null) return null
      const feeds = (await subscriptions())
        .list()
        .flatMap(({ name, source }) => (source.kind === 'web' ? [{ name, url: source.url }] : []))
      const text = opmlOf(feeds, words.subscriptions.opmlTitle, new Date())
      writeFileAtomically(filePath, text)
      return { fileName: basename(filePath), feeds: feeds.length }
    }
  }
}
