import { citing } from './en/citing'
import { commands } from './en/commands'
import { detail } from './en/detail'
import { imports } from './en/imports'
import { library } from './en/library'
import { lookups } from './en/lookups'
import { related } from './en/related'
import { search } from './en/search'
import { tools } from './en/tools'

/** Every word the window shows, in English. A translation has the same shape. */
export const en = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  done: 'Done',
  errors: {
    unexpected: 'Something went wrong that Sheaf did not expect. Nothing was lost; try again.'
  },
  related,
  search,
  ...citing,
  ...commands,
  ...library,
  ...detail,
  ...imports,
  ...lookups,
  ...tools
}
