import { annotations } from './en/annotations'
import { english } from '@shared/messages/formats'
import { archive } from './en/archive'
import { backups } from './en/backups'
import { citing } from './en/citing'
import { commands } from './en/commands'
import { detail } from './en/detail'
import { imports } from './en/imports'
import { latex } from './en/latex'
import { library } from './en/library'
import { lookups } from './en/lookups'
import { reader } from './en/reader'
import { pictures } from './en/pictures'
import { organise } from './en/organise'
import { related } from './en/related'
import { search } from './en/search'
import { subscriptions } from './en/subscriptions'
import { tools } from './en/tools'
import { sending } from './en/sending'
import { trending } from './en/trending'
import { triage } from './en/triage'
import { welcome } from './en/welcome'

/** Every word the window shows, in English. A translation has the same shape. */
export const en = {
  formats: english,
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  done: 'Done',
  /** What is printed on a keyboard. */
  keyNames: { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Delete: 'Del' },
  errors: {
    unexpected: 'Something went wrong that Sheaf did not expect. Nothing was lost; try again.'
  },
  reader,
  organise,
  latex,
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

/** Every word of the window; English has the shape that a translation must have. */
export type Words = typeof en
