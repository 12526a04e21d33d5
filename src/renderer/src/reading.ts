/** What is on the screen of the reader: loaded when a paper with a PDF is looked at. */
export { default as Reading } from './features/reader/ReaderView.svelte'
export { default as Tabs } from './features/reader/Tabs.svelte'
