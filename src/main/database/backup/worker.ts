import { parentPort } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { asLanguage } from '@shared/messages/languages'
import { speak, words } from '@shared/messages/words'
import { translateError } from '../translate-error'
import { perform, type BackupReply, type BackupRequest } from './work'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the thread that copies and checks libraries: it reads all of a file, and holds up nobody.
parentPort?.on('message', (request: BackupRequest) => {
  const reply = (said: BackupReply): void => parentPort?.postMessage(said)
  perform(request).then(
    (value) => {
      reply({ ok: true, value })
    },
    (error: unknown) => {
      const known =
        error instanceof AppError ? error : translateError(error, words.database.theLibrary)
      const { code, message, detail } = known
      reply({ ok: false, error: { code, message, detail } })
    }
  )
})
