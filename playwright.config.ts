import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window at a time: Electron is heavy, and some tests look at the focus.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' }
})
