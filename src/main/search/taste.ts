/** Terms of a text with their weights: what a taste is learnt from. */
export type Features = ReadonlyMap<number, number>

export interface Example {
  features: Features
  isLiked: boolean
}

/** How likely something is to be liked, and the terms that decide it, those that say most first. */
export interface Judgement {
  /** 0 to 1. */
  likelihood: number
  /** What speaks for it. */
  deciding: number[]
  /** What speaks against it. */
  against: number[]
}

const rounds = 8
const rate = 0.3
/** Keeps weights small where there is little to learn from. */
const decay = 0.0005
/** When few examples are new, so many known ones are gone through with each of them. */
const remembered = 3

/**
 * A linear model of what somebody picks, learnt from examples: logistic regression, either side counting the
 * same however many its examples are. New examples are taken in without beginning anew.
 */
export class Taste {
  readonly #weights = new Map<number, number>()
  readonly #examples = new Map<number, Example>()
  #bias = 0
  /** Of a generator, so that the same examples make the same model. */
  #random = 1

  /** The terms with their weights; a positive one speaks for. */
  get weights(): ReadonlyMap<number, number> {
    return this.#weights
  }

  /** Whether an example is of what is liked; undefined for none. */
  isLiked(key: number): boolean | undefined {
    return this.#examples.get(key)?.isLiked
  }

  /** The keys of what is liked. */
  liked(): number[] {
    return [...this.#examples].flatMap(([key, { isLiked }]) => (isLiked ? [key] : []))
  }

  /** Takes in examples, new or changed, by a key of their own. */
  learn(examples: ReadonlyMap<number, Example>): void {
    const isFirst = this.#examples.size === 0
    for (const [key, example] of examples) this.#examples.set(key, example)
    if (examples.size === 0) return
    for (let round = 0; round < rounds; round++)
      this.#go(
        isFirst ? [...this.#examples.values()] : this.#withSome([...examples.values()]),
        rate / (1 + round)
      )
  }

  judge(features: Features): Judgement {
    let sum = this.#bias
    const parts: [term: number, worth: number][] = []
    for (const [term, value] of features) {
      const worth = (this.#weights.get(term) ?? 0) * value
      sum += worth
      if (worth !== 0) parts.push([term, worth])
    }
    parts.sort((a, b) => b[1] - a[1])
    const termsWhere = (is: (worth: number) => boolean): number[] =>
      parts.filter(([, worth]) => is(worth)).map(([term]) => term)
    return {
      likelihood: logistic(sum),
      deciding: termsWhere((worth) => worth > 0),
      against: termsWhere((worth) => worth < 0).reverse()
    }
  }

  #go(examples: Example[], step: number): void {
    const liked = examples.filter(({ isLiked }) => isLiked).length
    const others = examples.length - liked
    for (let at = examples.length - 1; at > 0; at--) {
      const other = this.#below(at + 1)
      ;[examples[at], examples[other]] = [examples[other] as Example, examples[at] as Example]
    }
    for (const { features, isLiked } of examples) {
      const share = isLiked ? liked : others
      const balance = liked === 0 || others === 0 ? 1 : examples.length / (2 * share)
      let sum = this.#bias
      for (const [term, value] of features) sum += (this.#weights.get(term) ?? 0) * value
      const error = ((isLiked ? 1 : 0) - logistic(sum)) * balance * step
      this.#bias += error
      for (const [term, value] of features) {
        const weight = this.#weights.get(term) ?? 0
        this.#weights.set(term, weight + error * value - step * decay * weight)
      }
    }
  }

  /** Some examples with known ones between them, so that these are not forgotten. */
  #withSome(fresh: readonly Example[]): Example[] {
    const known = [...this.#examples.values()]
    const some = Array.from(
      { length: Math.min(known.length, Math.max(20, fresh.length * remembered)) },
      () => known[this.#below(known.length)] as Example
    )
    return [...fresh, ...some]
  }

  #below(limit: number): number {
    this.#random = (this.#random * 48_271) % 0x7fffffff
    return this.#random % limit
  }
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
