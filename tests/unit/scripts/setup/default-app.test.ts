import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../../../scripts/process/run.mjs'
import { electronBinary } from '../../../../scripts/setup/electron-paths.mjs'

// Sees the stand-in (or Electron's own default app) answer, in the real binary.
test.skipIf(process.platform === 'darwin' || !existsSync(electronBinary()))(
  'electron answers --version, and names an app it does not find',
  async () => {
    const env = { ELECTRON_RUN_AS_NODE: undefined }
    const { stdout } = await run(electronBinary(), ['--no-sandbox', '--version'], {
      env,
      limitSeconds: 20
    })
    expect(stdout.trim()).toMatch(/^v\d+\.\d+\.\d+$/)
  }
)
