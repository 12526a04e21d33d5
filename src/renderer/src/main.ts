import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/jetbrains-mono'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { WindowState } from './window.svelte'

/** How long the window waits for its first papers before it is drawn without them, in milliseconds. */
const patience = 250

const target = document.getElementById('app')
if (target) {
  const app = new WindowState()
  const draw = (): void => {
    mount(App, { target, props: { app } })
  }
  // One frame with papers in it is there sooner than an empty one and then another.
  void Promise.race([app.start(), new Promise((done) => setTimeout(done, patience))]).then(draw)
}
