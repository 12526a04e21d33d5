import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { MeaningProcess } from '../meaning/embedder'
import type { MeaningReply } from '../meaning/messages'
import { modelName } from '../meaning/name'
import processPath from '../meaning/process?modulePath'

/** How to start the process that runs the model, at the lowest priority; null where there is no model. */
export function meaningProcess(resources: string): (() => MeaningProcess) | null {
  const folder = join(resources, 'models', modelName)
  if (!existsSync(join(folder, 'model_quantized.onnx'))) return null
  return () => {
    const child = utilityProcess.fork(processPath, [folder], { serviceName: 'Sheaf meaning' })
    child.once('spawn', () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, 19)
      } catch {
        // The system may not allow it; it is only kinder.
      }
    })
    return {
      post: (call) => {
        child.postMessage(call)
      },
      onReply: (take) => {
        child.on('message', (reply: MeaningReply) => {
          take(reply)
        })
      },
      onEnd: (ended) => {
        child.once('exit', ended)
      },
      end: () => {
        child.kill()
      }
    }
  }
}
