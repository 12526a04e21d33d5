/** The time of day, chance and waiting, so that tests can hold them still. */
export interface DayClock {
  /** Milliseconds since 1970. */
  now: () => number
  /** From 0 up to, but not, 1. */
  random: () => number
  /** Calls back after a while, unless that is called off by what is given. */
  after: (ms: number, call: () => void) => () => void
}

export const dayClock: DayClock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => {
      clearTimeout(timer)
    }
  }
}
