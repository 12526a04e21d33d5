import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mutants } from '../../../../scripts/safety/mutants.mjs'

it('every fault to be planted has its place in the sources, and tests that are there', () => {
  for (const { what, file, changes, tests } of mutants) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    for (const [from] of changes) expect(text.includes(from), `${what}: ${from}`).toBe(true)
    for (const test of tests) expect(existsSync(test), `${what}: ${test}`).toBe(true)
  }
})
