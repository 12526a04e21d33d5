import type { Sidebar, View } from '@shared/model/view'
import { isUnder, lastPart } from '@shared/text/tag-name'
import {
  collectionPath,
  isWithin,
  keyOf,
  targetOf,
  viewOf,
  type Place,
  type Target
} from './features/organise/tree'
import { call } from './lib/api'
import { keyLabel } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { toasts } from './lib/toasts.svelte'
import { words } from './messages/words'
import type { Choice, MenuItem } from './ui/choice'
import type { WindowState } from './window.svelte'

/** What can be done with the sidebar's places: the same by drag, menu, key and command. */
export class Shelves {
  constructor(private readonly app: WindowState) {}

  /** The place that the list shows: what a command without another is about. */
  get current(): Target | null {
    const { openSearch, list } = this.app
    return openSearch === null ? targetOf(list.view) : { kind: 'search', id: openSearch }
  }

  open(target: Target, isMore: boolean): void {
    if (target.kind === 'search') void this.app.openSaved(target.id)
    else if (target.kind === 'project') this.app.overlay = { kind: 'project', id: target.id }
    else if (target.kind === 'section' && target.section === 'projects')
      void this.app.link('folder')
    else if (target.kind === 'place' && target.place === 'annotations')
      void this.app.showAnnotations()
    else if (target.kind === 'place' && target.place === 'pictures') this.app.showPictures()
    else if (target.kind === 'place' && target.place === 'subscriptions')
      this.app.overlay = { kind: 'subscriptions' }
    else if (target.kind === 'tag' && isMore) void this.app.show(this.#withTag(target.id))
    else {
      const view = viewOf(target)
      if (view !== null) void this.app.show(view)
    }
  }

  nameOf(target: Target): string {
    const { content } = this.app.sidebar
    if (content === null || !('id' in target)) return ''
    const { id } = target
    const all = {
      tag: content.tags,
      collection: content.collections,
      search: content.searches,
      digest: [],
      project: []
    }
    return all[target.kind].find((each) => each.id === id)?.name ?? ''
  }

  rename(target: Target, name: string): void {
    void attempt(() => this.#rename(target, name))
  }

  /** Asks for the new name in a dialog: for where the sidebar is not on view. */
  askRename(target: Target): void {
    const name = this.nameOf(target)
    const { organise } = words
    this.app.overlay = {
      kind: 'name',
      ...{ title: organise.renameIt(name), label: organise.newName, initial: name },
      ...{ help: target.kind === 'tag' ? organise.tagNameHelp : '', confirm: words.save },
      save: (text) => this.#rename(target, text)
    }
  }

  delete(target: Target): void {
    const name = this.nameOf(target)
    void attempt(async () => {
      if (target.kind === 'tag') await call('tag:delete', { ids: [target.id] })
      else if (target.kind === 'collection') await call('collection:delete', { id: target.id })
      else if (target.kind === 'search') await call('saved:delete', { id: target.id })
      else return
      this.#sayWithUndo(words.organise.deleted(name))
    })
  }

  newCollection(parentId: number | null): void {
    const { organise } = words
    this.app.overlay = {
      kind: 'name',
      title:
        parentId === null
          ? organise.newCollectionTitle
          : organise.newCollectionInTitle(this.nameOf({ kind: 'collection', id: parentId })),
      ...{ label: organise.collectionName, help: '', initial: '', confirm: organise.create },
      save: async (name) => {
        await call('collection:create', { name, parentId })
        const above = parentId === null ? [] : [keyOf({ kind: 'collection', id: parentId })]
        this.app.sidebar.fold([keyOf({ kind: 'section', section: 'collections' }), ...above], false)
      }
    }
  }

  saveSearch(): void {
    const { query } = this.app.list
    const { organise } = words
    if (query.trim() === '') {
      toasts.say(organise.nothingToSave)
      return
    }
    this.app.overlay = {
      kind: 'name',
      ...{ title: organise.saveSearchTitle, label: organise.searchName, help: query },
      ...{ initial: '', confirm: words.save },
      save: async (name) => {
        const { id } = await call('saved:create', { name, query })
        this.app.sidebar.fold([keyOf({ kind: 'section', section: 'searches' })], false)
        this.app.openSearch = id
        toasts.say(organise.searchSaved(name.trim()))
      }
    }
  }

  /** Whether the query of the open saved search was changed, and not kept yet. */
  get isSearchChanged(): boolean {
    const { openSearch, sidebar, list } = this.app
    const saved = sidebar.content?.searches.find(({ id }) => id === openSearch)
    return saved !== undefined && list.query.trim() !== '' && saved.query !== list.query.trim()
  }

  updateSearch(id = this.app.openSearch): void {
    const query = this.app.list.query.trim()
    if (id === null || query === '') return
    void attempt(async () => {
      await call('saved:edit', { id, query })
      this.app.openSearch = id
      toasts.say(words.organise.searchSaved(this.nameOf({ kind: 'search', id })))
    })
  }

  /** Puts papers into a collection that the user chooses, or makes. */
  collect(ids: number[]): void {
    const { choose } = words.organise
    const { collections } = this.#content()
    this.app.overlay = {
      kind: 'choose',
      ...{ title: choose.addTitle(ids.length), nothing: choose.noCollections },
      choices: this.#collectionChoices(() => true),
      makeNew: choose.makeNew,
      choose: async (key, typed) => {
        if (key === null) await call('collection:create', { name: typed, parentId: null, ids })
        else await call('collection:add', { ids, id: Number(key) })
        const name = collections.find(({ id }) => String(id) === key)?.name ?? typed.trim()
        this.#sayWithUndo(words.organise.added(ids.length, name))
      }
    }
  }

  /** Takes papers out of a collection that any of them is in. */
  uncollect(ids: number[]): void {
    void attempt(async () => {
      const { collections } = await call('paper:several', { ids })
      const within = new Set(collections.map(({ id }) => id))
      const { choose } = words.organise
      this.app.overlay = {
        kind: 'choose',
        ...{ title: choose.removeTitle(ids.length), nothing: choose.inNone },
        choices: this.#collectionChoices((id) => within.has(id)),
        choose: async (key) => {
          if (key === null) return
          await call('collection:remove', { ids, id: Number(key) })
          const name = this.nameOf({ kind: 'collection', id: Number(key) })
          this.#sayWithUndo(words.organise.removed(ids.length, name))
        }
      }
    })
  }

  /** Moves a collection into another, or a tag under another; the user chooses which. */
  move(target: Target): void {
    const name = this.nameOf(target)
    const { organise } = words
    const top = { key: '', label: organise.topLevel, hint: '', colour: null }
    if (target.kind === 'collection')
      this.app.overlay = {
        kind: 'choose',
        ...{ title: organise.moveItTo(name), nothing: organise.choose.nothingToChoose },
        choices: [
          top,
          ...this.#collectionChoices((id) => !isWithin(this.#content().collections, id, target.id))
        ],
        choose: async (key) => {
          const parentId = key === null || key === '' ? null : Number(key)
          await call('collection:move', { id: target.id, parentId })
        }
      }
    else if (target.kind === 'tag')
      this.app.overlay = {
        kind: 'choose',
        ...{ title: organise.nestItUnder(name), nothing: organise.choose.nothingToChoose },
        choices: [top, ...this.#tagChoices((other) => other !== name && !isUnder(other, name))],
        choose: async (key) => {
          if (key !== null) await this.#nest(target.id, key === '' ? null : Number(key))
        }
      }
  }

  /** Merges tags into another that the user chooses. */
  merge(ids: number[], then: () => void = () => undefined): void {
    const { tags } = this.#content()
    const names = ids.map((id) => tags.find((tag) => tag.id === id)?.name ?? '')
    const { organise } = words
    this.app.overlay = {
      kind: 'choose',
      title:
        names.length === 1
          ? organise.mergeItInto(names[0] ?? '')
          : organise.tags.mergeTitle(names.length),
      nothing: organise.choose.nothingToChoose,
      choices: this.#tagChoices((other) =>
        names.every((name) => name !== other && !isUnder(other, name))
      ),
      choose: async (key) => {
        if (key !== null) await call('tag:merge', { ids, intoId: Number(key) })
      },
      then
    }
  }

  dropPapers(ids: number[], on: Target): void {
    if (on.kind === 'place') this.#dropOnPlace(ids, on.place)
    else if (on.kind === 'section' && on.section === 'collections') this.collect(ids)
    else if (on.kind === 'section' && on.section === 'tags') this.app.isTagging = true
    else
      void attempt(async () => {
        if (on.kind === 'tag') await call('tag:add', { ids, name: this.nameOf(on) })
        else if (on.kind === 'collection') {
          await call('collection:add', { ids, id: on.id })
          toasts.say(words.organise.added(ids.length, this.nameOf(on)))
        }
      })
  }

  #dropOnPlace(ids: number[], place: Place): void {
    const { app } = this
    if (place === 'inbox') void app.decide('inbox')
    else if (place === 'dismissed') void app.decide('dismiss')
    else if (place === 'library' && app.list.view.kind !== 'trash') void app.decide('keep')
    else
      void attempt(async () => {
        if (place === 'library') await call('paper:restore', { ids })
        else if (place === 'trash') await call('paper:trash', { ids })
        else if (place === 'starred') await call('paper:set-state', { ids, starred: true })
        else if (place === 'unread') await call('paper:set-state', { ids, read: false })
      })
  }

  /** A tag on a tag may mean two things; the user chooses. */
  dropPlace(what: Target, on: Target): MenuItem[] {
    if (what.kind === 'tag' && on.kind === 'tag') {
      const [name, other] = [this.nameOf(what), this.nameOf(on)]
      if (isUnder(other, name)) return []
      const { organise } = words
      return [
        {
          label: organise.nest(name, other),
          run: () => void attempt(() => this.#nest(what.id, on.id))
        },
        {
          label: organise.merge(name, other),
          run: () => void attempt(() => call('tag:merge', { ids: [what.id], intoId: on.id }))
        }
      ]
    }
    void attempt(async () => {
      if (what.kind === 'tag') await this.#nest(what.id, null)
      else if (what.kind === 'collection')
        await call('collection:move', {
          id: what.id,
          parentId: on.kind === 'collection' ? on.id : null
        })
      else if (what.kind === 'search')
        await call('saved:move', { id: what.id, beforeId: on.kind === 'search' ? on.id : null })
    })
    return []
  }

  /** What can be done with a place, for its menu. */
  menuOf(target: Target): MenuItem[] {
    const { organise } = words
    const { app } = this
    const rename = {
      ...{ label: organise.rename, key: 'F2' },
      run: () => {
        app.sidebar.renaming = keyOf(target)
      }
    }
    const remove = {
      ...{ label: organise.delete, key: keyLabel('Delete'), isDanger: true },
      run: () => {
        this.delete(target)
      }
    }
    const send = {
      label: words.sending.command,
      run: () => {
        app.overlay = { kind: 'make-digest', first: keyOf(target) }
      }
    }
    switch (target.kind) {
      case 'tag': {
        const tag = this.#content().tags.find(({ id }) => id === target.id)
        return [
          rename,
          {
            ...{ label: organise.colour, colours: organise.colours },
            chosen: tag === undefined ? null : tag.colour % 8,
            run: (colour) => void attempt(() => call('tag:recolour', { ids: [target.id], colour }))
          },
          {
            label: organise.nestUnder,
            run: () => {
              this.move(target)
            }
          },
          {
            label: organise.mergeInto,
            run: () => {
              this.merge([target.id])
            }
          },
          'line',
          {
            label: organise.addToTags,
            key: keyLabel('Mod+Click'),
            run: () => {
              this.open(target, true)
            }
          },
          {
            label: organise.relatedToTag,
            run: () => {
              app.overlay = { kind: 'related', to: { kind: 'tag', id: target.id } }
            }
          },
          {
            label: organise.ruleForTag,
            run: () => {
              app.overlay = { kind: 'rules', tag: tag?.name ?? '' }
            }
          },
          {
            label: organise.manageTags,
            run: () => {
              app.overlay = { kind: 'tags' }
            }
          },
          send,
          'line',
          remove
        ]
      }
      case 'collection':
        return [
          rename,
          {
            label: organise.newCollectionIn,
            run: () => {
              this.newCollection(target.id)
            }
          },
          {
            label: organise.moveTo,
            run: () => {
              this.move(target)
            }
          },
          send,
          'line',
          remove
        ]
      case 'search': {
        const all = this.#content().searches
        const at = all.findIndex(({ id }) => id === target.id)
        const moveBefore = (beforeId: number | null) => () =>
          void attempt(() => call('saved:move', { id: target.id, beforeId }))
        return [
          rename,
          {
            ...{ label: organise.takeQuery, disabled: app.list.query.trim() === '' },
            run: () => {
              this.updateSearch(target.id)
            }
          },
          {
            ...{ label: organise.moveUp, disabled: at <= 0 },
            run: moveBefore(all[at - 1]?.id ?? null)
          },
          {
            ...{ label: organise.moveDown, disabled: at === all.length - 1 },
            run: moveBefore(all[at + 2]?.id ?? null)
          },
          send,
          'line',
          remove
        ]
      }
      case 'place':
        return target.place === 'trash'
          ? [
              {
                label: organise.restoreAll,
                run: () => {
                  this.restoreAll()
                }
              },
              {
                label: organise.emptyTrash,
                isDanger: true,
                run: () => {
                  this.askEmptyTrash()
                }
              }
            ]
          : []
      case 'section':
        return this.#sectionMenu(target.section)
      case 'project':
        return [
          {
            label: words.latex.projects.open,
            run: () => {
              this.open(target, false)
            }
          }
        ]
      case 'digest':
        return []
    }
  }

  askEmptyTrash(): void {
    void attempt(async () => {
      const content = await call('trash:content', undefined)
      if (content.papers === 0) toasts.say(words.organise.trash.nothing)
      else this.app.overlay = { kind: 'empty-trash', content }
    })
  }

  emptyTrash(): void {
    this.app.close()
    void attempt(async () => {
      const { label } = await call('trash:empty', undefined)
      if (label !== null) this.#sayWithUndo(words.organise.trash.done(label.count))
    })
  }

  restoreAll(): void {
    void attempt(async () => {
      const view = { kind: 'trash' } as const
      const asked = { view, query: '', sort: null, group: 'none' as const, byMeaning: false }
      const { ids } = await call('paper:list', asked)
      if (ids.length === 0) toasts.say(words.organise.trash.nothing)
      else await call('paper:restore', { ids })
    })
  }

  #sectionMenu(section: (Target & { kind: 'section' })['section']): MenuItem[] {
    const { organise } = words
    const { app } = this
    const content = this.#content()
    const foldable = {
      tags: content.tags.map(({ id }) => keyOf({ kind: 'tag', id })),
      collections: content.collections.map(({ id }) => keyOf({ kind: 'collection', id })),
      searches: [],
      digests: [],
      files: [],
      projects: []
    }[section]
    const folding: MenuItem[] =
      foldable.length === 0
        ? []
        : [
            'line',
            {
              label: organise.foldAll,
              run: () => {
                app.sidebar.fold(foldable, true)
              }
            },
            {
              label: organise.unfoldAll,
              run: () => {
                app.sidebar.fold(foldable, false)
              }
            }
          ]
    if (section === 'collections')
      return [
        {
          label: organise.newCollection,
          run: () => {
            this.newCollection(null)
          }
        },
        ...folding
      ]
    if (section === 'searches')
      return [
        {
          ...{ label: organise.saveSearch, disabled: app.list.query.trim() === '' },
          run: () => {
            this.saveSearch()
          }
        }
      ]
    if (section === 'tags')
      return [
        {
          label: organise.manageTags,
          run: () => {
            app.overlay = { kind: 'tags' }
          }
        },
        {
          label: organise.manageRules,
          run: () => {
            app.overlay = { kind: 'rules', tag: '' }
          }
        },
        ...folding
      ]
    return []
  }

  async #rename(target: Target, name: string): Promise<void> {
    if (target.kind === 'tag') await call('tag:rename', { id: target.id, name })
    else if (target.kind === 'collection') await call('collection:rename', { id: target.id, name })
    else if (target.kind === 'search') await call('saved:edit', { id: target.id, name })
  }

  async #nest(id: number, underId: number | null): Promise<void> {
    const name = lastPart(this.nameOf({ kind: 'tag', id }))
    const under = underId === null ? '' : `${this.nameOf({ kind: 'tag', id: underId })}/`
    await call('tag:rename', { id, name: under + name })
  }

  /** The tags on view with one more, or without it if it is among them. */
  #withTag(id: number): View {
    const { view } = this.app.list
    const shown = view.kind === 'tags' ? view.ids : view.kind === 'tag' ? [view.id] : []
    const ids = shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]
    const [only] = ids
    if (only === undefined) return { kind: 'library' }
    return ids.length === 1 ? { kind: 'tag', id: only } : { kind: 'tags', ids }
  }

  #collectionChoices(isMeant: (id: number) => boolean): Choice[] {
    const { collections } = this.#content()
    return collections
      .filter(({ id }) => isMeant(id))
      .map(({ id, count }) => ({
        ...{ key: String(id), label: collectionPath(collections, id), colour: null },
        hint: words.list.count(count)
      }))
      .sort((a, b) => a.label.localeCompare(b.label))
  }

  #tagChoices(isMeant: (name: string) => boolean): Choice[] {
    return this.#content()
      .tags.filter(({ name }) => isMeant(name))
      .map(({ id, name, colour, count }) => ({
        ...{ key: String(id), label: name, colour, hint: words.list.count(count) }
      }))
  }

  #content(): Pick<Sidebar, 'tags' | 'collections' | 'searches'> {
    return this.app.sidebar.content ?? { tags: [], collections: [], searches: [] }
  }

  #sayWithUndo(text: string): void {
    toasts.say(text, {
      label: words.organise.undo,
      run: () => void attempt(() => this.app.journal.undo())
    })
  }
}
