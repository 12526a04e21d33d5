import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

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
    plugins: [svelte(), pdfjsFiles()],
    build: {
      ...{ minify: true, sourcemap: false },
      // Nothing inlined: the page's policy takes fonts from its own origin only.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/renderer/index.html'),
          reader: resolve(import.meta.dirname, 'src/renderer/reader/index.html')
        }
      }
    }
  }
})
