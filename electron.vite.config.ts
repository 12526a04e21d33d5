import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

/** KaTeX names each font in three formats; the window needs the one that it is served in. */
const onlyWoff2 = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('katex.min.css')
      ? code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, '')
      : undefined
} as const

const alias = { '@shared': resolve(import.meta.dirname, 'src/shared') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          cli: resolve(import.meta.dirname, 'src/main/cli/index.ts')
        }
      }
    }
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: true,
      // A sandboxed preload script must be CommonJS.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    }
  },
  renderer: {
    resolve: { alias },
    plugins: [svelte(), onlyWoff2],
    // Nothing inlined: the page's policy takes fonts from its own origin only.
    build: { minify: true, sourcemap: false, assetsInlineLimit: 0 }
  }
})
