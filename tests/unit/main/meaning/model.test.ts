import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Model } from '../../../../src/main/meaning/model'
import { dimensions, modelName } from '../../../../src/main/meaning/name'

const folder = resolve('resources/models', modelName)

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

describe.skipIf(!existsSync(folder))('the model', () => {
  test('puts texts near to each other that mean the same', async () => {
    const model = await Model.load(folder)
    const [violin, fiddle, bread] = await Promise.all(
      ['Playing the violin', 'Music for the fiddle', 'How to bake bread'].map((text) =>
        model.embed(text)
      )
    )
    if (!violin || !fiddle || !bread) throw new Error('There are three.')
    expect(violin).toHaveLength(dimensions)
    expect(cosine(violin, violin)).toBeCloseTo(1)
    expect(cosine(violin, fiddle)).toBeGreaterThan(cosine(violin, bread) + 0.2)
  })

  test('takes any text: none, endless, of any signs', async () => {
    const model = await Model.load(folder)
    for (const text of ['', '\u0000\uD800', 'long '.repeat(20_000), '深度学习', '🦙'.repeat(500)])
      expect(Math.hypot(...(await model.embed(text)))).toBeCloseTo(1)
  })

  test('is not run if it was tampered with', async () => {
    const other = mkdtempSync(join(tmpdir(), 'sheaf-model-'))
    try {
      cpSync(folder, other, { recursive: true })
      writeFileSync(join(other, 'model_quantized.onnx'), 'other')
      await expect(Model.load(other)).rejects.toThrow('not the one expected')
    } finally {
      rmSync(other, { recursive: true })
    }
  })
})
