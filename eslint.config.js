import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** Ways to put text into a page as markup: Trusted Types refuse them at run time, this before it. */
const markupSinks = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((name) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name='${name}']`,
    message: `Assigning ${name} parses text as markup: build elements, or use textContent.`
  })),
  ...[
    'insertAdjacentHTML',
    'setHTMLUnsafe',
    'parseHTMLUnsafe',
    'createContextualFragment',
    'parseFromString'
  ].map((name) => ({
    selector: `CallExpression[callee.property.name='${name}']`,
    message: `${name} parses text as markup: build elements, or use textContent.`
  })),
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write parses text as markup: build elements.'
  }
]

/** Handlers registered outside src/main/ipc would miss its checks of sender and shape. */
const rawIpc = {
  selector:
    "CallExpression[callee.object.name='ipcMain'][callee.property.name=/^(handle|handleOnce|on|once|addListener)$/]",
  message: 'Register channels through src/main/ipc, where sender and input are checked.'
}

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    'sheaf-demo/',
    'coverage/',
    'test-results/',
    'playwright-report/'
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // The same for all: where it differs from file to file, every project is read anew each time.
        extraFileExtensions: ['.svelte']
      }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A row's type is named where the SQL is: `all<Row>(…)`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Code points are what folding and scanning text are about.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-eval': 'error',
      'no-restricted-syntax': ['error', rawIpc, ...markupSinks]
    }
  },
  {
    files: ['src/main/ipc/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...markupSinks] }
  },
  {
    files: ['src/renderer/**'],
    languageOptions: { globals: globals.browser }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, svelteConfig }
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      // Handlers in markup read best on one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The state classes choose what is reactive; the rest is plain on purpose.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    // In markup the linter's parser takes every callback's parameter for `any`; svelte-check, which
    // knows their types, is what holds them there.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node }
  },
  {
    // What Playwright's evaluate takes runs in the window.
    files: ['scripts/demo/**', 'tests/e2e/**', 'tests/bench/**'],
    languageOptions: { globals: globals.browser }
  },
  {
    // It tries what these rules forbid, to see it refused.
    files: ['tests/e2e/specs/security.spec.ts', 'tests/e2e/specs/checklist.spec.ts'],
    rules: {
      'no-eval': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  }
)
