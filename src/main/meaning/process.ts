import type { MeaningCall, MeaningReply } from './messages'
import { Model } from './model'

// The entry of the process that runs the model: whatever native code does there, the app lives on. It is
// told the model's folder, and answers one call after the other.
const [folder = ''] = process.argv.slice(2)
let model: Promise<Model> | null = null
let last: Promise<void> = Promise.resolve()

// Electron's utility processes have a port; one that Node forked has a channel.
const port = (process as { parentPort?: Electron.ParentPort }).parentPort
const send = (reply: MeaningReply): void => {
  if (port === undefined) process.send?.(reply)
  else port.postMessage(reply)
}

function take({ call, texts }: MeaningCall): void {
  last = last.then(async () => {
    try {
      model ??= Model.load(folder)
      const loaded = await model
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await loaded.embed(text))
      send({ call, vectors })
    } catch (error) {
      send({ call, error: error instanceof Error ? error.message : String(error) })
    }
  })
}

if (port === undefined) process.on('message', take)
else
  port.on('message', ({ data }) => {
    take(data as MeaningCall)
  })
