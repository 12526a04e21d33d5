import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** How many cases a test went through, for `npm run safety`. */
    count?: number
  }
}

/** Writes down how many cases a test went through. */
export function counted({ task }: TestContext, count: number): void {
  task.meta.count = count
}
