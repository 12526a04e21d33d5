import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { dimensions } from './name'

/** Pinned: a file that was changed on the way is not run. */
const weightsHash = 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1'
/** The model was made for texts of so many tokens; what is behind them is left out. */
const mostTokens = 256

/** Turns texts into vectors that lie near to each other when the texts mean the same. English is what it knows. */
export class Model {
  private constructor(
    private readonly tokenizer: Tokenizer,
    private readonly session: InferenceSession
  ) {}

  /** @throws Error if the model is not in the folder, or not the one it should be */
  static async load(folder: string): Promise<Model> {
    const weights = readFileSync(join(folder, 'model_quantized.onnx'))
    const hash = createHash('sha256').update(weights).digest('hex')
    if (hash !== weightsHash) throw new Error('The model in this folder is not the one expected.')
    const json = (name: string): object =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as object
    const tokenizer = new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json'))
    // One thread: it works in the background, and must not be felt.
    const session = await InferenceSession.create(weights, {
      ...{ intraOpNumThreads: 1, interOpNumThreads: 1, executionProviders: ['cpu'] }
    })
    return new Model(tokenizer, session)
  }

  /** The vector of a text, of length 1. */
  async embed(text: string): Promise<Float32Array> {
    const all = this.tokenizer.encode(text).ids
    // The last token closes the text.
    const ids = all.length > mostTokens ? [...all.slice(0, mostTokens - 1), all.at(-1) ?? 0] : all
    const tensorOf = (values: readonly number[]): Tensor =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
    const { last_hidden_state: hidden } = await this.session.run({
      input_ids: tensorOf(ids),
      attention_mask: tensorOf(ids.map(() => 1)),
      token_type_ids: tensorOf(ids.map(() => 0))
    })
    const data = hidden?.data as Float32Array
    const vector = new Float32Array(dimensions)
    for (let at = 0; at < data.length; at++) {
      const to = at % dimensions
      vector[to] = (vector[to] ?? 0) + (data[at] ?? 0)
    }
    const length = Math.hypot(...vector)
    return length === 0 ? vector : vector.map((value) => value / length)
  }
}
