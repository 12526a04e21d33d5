import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/jetbrains-mono'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import { asLanguage, directionOf } from '@shared/messages/languages'
import App from './App.svelte'
import { speak } from './messages/words'
import { WindowState } from './window.svelte'

/** How long the window waits for its first papers, once it is answered, before it is drawn without them, in milliseconds. */
const patience = 250

/** What the first frame is set in: without it that frame would be set twice. */
const fonts = [
  '15px "Inter Variable"',
  '600 15px "Source Serif 4 Variable"',
  '12px "JetBrains Mono Variable"'
]

const target = document.getElementById('app')
if (target) {
  const app = new WindowState()
  const draw = (): void => {
    mount(App, { target, props: { app } })
  }
  // One frame with papers in it is there sooner than an empty one and then another.
  const ready = Promise.all([app.start(), ...fonts.map((font) => document.fonts.load(font))])
  // Words that come late would be drawn in another language.
  const language = asLanguage(new URLSearchParams(location.search).get('language'))
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  const spoken = language === 'en' ? undefined : speak(language)
  const drawn = (): void => {
    if (spoken === undefined) draw()
    else void spoken.then(draw, draw)
  }
  const late = app.answered.then(() => new Promise((done) => setTimeout(done, patience)))
  void Promise.race([ready, late]).then(drawn, drawn)
}
