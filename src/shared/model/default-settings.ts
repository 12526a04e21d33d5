import type { Settings } from './settings'

/** What holds until the user says otherwise. */
export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  sidebarWidth: 228,
  listWidth: 476,
  sidebarShown: true,
  besideWidth: 360,
  besideShown: true,
  listBesideShown: false,
  pdfPages: 'theme',
  attaching: 'copy',
  review: 'always',
  lookups: 'off',
  meaning: true,
  annotator: '',
  annotationColours: ['', '', '', '', '', '', '', ''],
  contact: ''
}
