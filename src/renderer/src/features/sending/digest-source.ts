/** Papers that a digest can be made of. */
export interface DigestSource {
  key: string
  /** As it is chosen. */
  label: string
  /** What the digest is called unless the user says otherwise. */
  title: string
  load: () => Promise<number[]>
}
