export { default as Bar } from './features/trending/TrendBar.svelte'
export { default as Mark } from './features/trending/TrendMark.svelte'
export { default as Nothing } from './features/trending/TrendNothing.svelte'
