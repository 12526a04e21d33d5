import type { z } from 'zod'
import type { Channel } from '../channels'
import { app } from './app'
import { library } from './library'
import { papers } from './papers'
import { trends } from './trends'
import { keeping } from './keeping'
import { organise } from './organise'
import { notes } from './notes'
import { files } from './files'
import { latex } from './latex'
import { imports } from './imports'

/** A schema for what goes in and one for what comes out, for every channel. Everything else about IPC is derived from this object. */
export const contract = {
  ...app,
  ...library,
  ...papers,
  ...trends,
  ...keeping,
  ...organise,
  ...notes,
  ...files,
  ...latex,
  ...imports
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type Input<C extends Channel> = z.infer<Contract[C]['input']>
export type Output<C extends Channel> = z.infer<Contract[C]['output']>

/** One function for each channel; a missing one does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>> }
