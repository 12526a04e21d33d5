import type { ProjectSummary } from '@shared/model/latex'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

/** The linked projects, as they stand now. */
export class ProjectsState {
  #list = $state.raw<readonly ProjectSummary[]>([])
  /** Rises whenever something about a project has changed. */
  #version = $state(0)
  readonly #latest = new Latest()

  get list(): readonly ProjectSummary[] {
    return this.#list
  }

  get version(): number {
    return this.#version
  }

  async refresh(): Promise<void> {
    const list = await this.#latest.run(() => call('project:list', undefined))
    if (list === undefined) return
    this.#list = list
    this.#version++
  }
}
