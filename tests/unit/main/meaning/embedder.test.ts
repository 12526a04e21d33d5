import { expect, test, vi } from 'vitest'
import { Embedder, type MeaningProcess } from '../../../../src/main/meaning/embedder'
import type { MeaningCall, MeaningReply } from '../../../../src/main/meaning/messages'

/** A process that answers when it is told to, or dies. */
function standIn() {
  const calls: MeaningCall[] = []
  let reply: (reply: MeaningReply) => void = () => undefined
  let die: () => void = () => undefined
  const end = vi.fn()
  const start = vi.fn((): MeaningProcess => ({
    post: (call) => calls.push(call),
    onReply: (take) => (reply = take),
    onEnd: (ended) => (die = ended),
    end
  }))
  return {
    start,
    end,
    calls,
    reply: (one: MeaningReply) => {
      reply(one)
    },
    die: () => {
      die()
    }
  }
}

const vector = new Float32Array([1])

test('a text becomes a vector, in a process that is started once', async () => {
  const one = standIn()
  const embedder = new Embedder(one.start)
  const [first, second] = [embedder.embed(['a']), embedder.embed(['b', 'c'])]
  one.reply({ call: 2, vectors: [vector, vector] })
  one.reply({ call: 1, vectors: [vector] })
  expect([(await first).length, (await second).length]).toEqual([1, 2])
  expect(one.start).toHaveBeenCalledOnce()
})

test('a process that dies fails what it was at, and the next text starts another', async () => {
  const one = standIn()
  const embedder = new Embedder(one.start)
  const lost = embedder.embed(['a'])
  one.die()
  await expect(lost).rejects.toThrow('has ended')
  const next = embedder.embed(['a'])
  one.reply({ call: 2, vectors: [vector] })
  await expect(next).resolves.toHaveLength(1)
  expect(one.start).toHaveBeenCalledTimes(2)
})

test('what the model cannot do fails that text alone', async () => {
  const one = standIn()
  const embedder = new Embedder(one.start)
  const bad = embedder.embed(['a'])
  one.reply({ call: 1, error: 'no' })
  await expect(bad).rejects.toThrow('no')
  expect(one.end).not.toHaveBeenCalled()
})

test('the process is ended when nobody has wanted it for a while', async () => {
  vi.useFakeTimers()
  try {
    const one = standIn()
    const embedder = new Embedder(one.start)
    const made = embedder.embed(['a'])
    one.reply({ call: 1, vectors: [vector] })
    await made
    vi.advanceTimersByTime(59_000)
    expect(one.end).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2000)
    expect(one.end).toHaveBeenCalledOnce()
  } finally {
    vi.useRealTimers()
  }
})
