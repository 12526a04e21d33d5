import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'
import { licences } from './scripts/build/licences'

/** KaTeX names each font in three formats; the window needs the one that it is served in. */
const onlyWoff2 = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('katex.min.css')
      ? code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, '')
      : undefined
} as const

const modules = resolve(import.meta.dirname, 'node_modules')
const alias = { '@shared': resolve(import.meta.dirname, 'src/shared') }

/** What pdf.js fetches for PDFs that do not bring their fonts, encodings or colours along. */
function pdfjsFiles(): Plugin {
  const from = resolve(import.meta.dirname, 'node_modules/pdfjs-dist')
  return {
    name: 'pdfjs-files',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
        for (const name of readdirSync(join(from, folder))) {
          // That is for the scripts of a PDF, which do not run.
          if (name.startsWith('quickjs')) continue
          const source = readFileSync(join(from, folder, name))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source })
        }
    }
  }
}

/**
 * The frame that shows PDFs, built by itself: were it a second page of the window’s build, what both use
 * would be files of their own, and the window would start later for it.
 */
function readerFrame(): Plugin {
  return {
    name: 'reader-frame',
    async writeBundle({ dir }) {
      await build({
        ...{ configFile: false, logLevel: 'error', base: './' },
        root: resolve(import.meta.dirname, 'src/renderer'),
        resolve: { alias },
        plugins: [pdfjsFiles(), licences(modules, 'reader-licences.json')],
        build: {
          ...{ outDir: dir ?? '', emptyOutDir: false, target: 'chrome150' },
          ...{ minify: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
          rolldownOptions: {
            input: { reader: resolve(import.meta.dirname, 'src/renderer/reader/index.html') }
          }
        }
      })
    }
  }
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [licences(modules, 'licences.json', ['better-sqlite3', 'onnxruntime-node'])],
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
    plugins: [svelte(), onlyWoff2, readerFrame(), licences(modules, 'licences.json')],
    // Nothing inlined: the page's policy takes fonts from its own origin only.
    build: {
      ...{ minify: true, sourcemap: false, assetsInlineLimit: 0 },
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }] } }
      }
    }
  }
})
