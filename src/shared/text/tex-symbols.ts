/** Greek letters by TeX's names (The TeXbook, appendix F), with Unicode's letters as unicode-math has them. */
export const greekLetters: ReadonlyMap<string, string> = table(
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι',
  'kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ',
  'phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ',
  'Upsilon Υ Phi Φ Psi Ψ Omega Ω'
)

/** Signs that stand between two quantities. */
export const relations: ReadonlyMap<string, string> = table(
  'leq ≤ geq ≥ neq ≠ gg ≫ ll ≪ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ prec ≺ succ ≻',
  'subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ otimes ⊗ oplus ⊕ odot ⊙ cdot ⋅ circ ∘',
  'bullet ∙ ast ∗ star ⋆ setminus ∖ wedge ∧ vee ∨ perp ⊥ parallel ∥ mid ∣ vdash ⊢ models ⊨',
  'rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦',
  'uparrow ↑ downarrow ↓ longrightarrow ⟶'
)

/** Signs whose names are ordinary words too: read as signs only behind a backslash or inside braces. */
export const wordlikeSymbols: ReadonlyMap<string, string> = table(
  'in ∈ ni ∋ notin ∉ to → times × div ÷ pm ± mp ∓ le ≤ ge ≥ ne ≠ gets ← iff ⟺ implies ⟹',
  'sum ∑ prod ∏ int ∫ top ⊤ bot ⊥ angle ∠ prime ′ dagger † ddagger ‡ surd √ neg ¬ flat ♭ sharp ♯'
)

/** Signs that stand alone, under names that are no English words. */
export const otherSymbols: ReadonlyMap<string, string> = table(
  'ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ partial ∂ nabla ∇ infty ∞ forall ∀ exists ∃ emptyset ∅',
  'triangle △ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ Vert ‖ oint ∮'
)

/** Signs of the AMS packages: displayed, but LaTeX's own commands have no name for them. */
const packageSymbols: ReadonlyMap<string, string> = table(
  'lesssim ≲ gtrsim ≳ leqslant ⩽ geqslant ⩾ varnothing ∅ triangleq ≜ square □ checkmark ✓ deg °',
  'degree ° cdots ⋯ dots … ldots … colon : lbrace { rbrace } lvert | rvert | lVert ‖ rVert ‖'
)

/** Every name of a sign that is understood, by what it shows. */
export const texSymbols: ReadonlyMap<string, string> = new Map(
  [greekLetters, relations, wordlikeSymbols, otherSymbols, packageSymbols].flatMap((names) => [
    ...names
  ])
)

/** Combining marks by the name of the accent in text (`\"o`, `\v{s}`). */
export const textAccents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331']
])

/** Combining marks by the name of the accent in mathematics (`\hat{x}`). */
export const mathAccents: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030C'],
  ['vec', '\u20D7']
])

/** Letters that LaTeX names by a command. */
export const textLetters: ReadonlyMap<string, string> = table(
  'ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ'
)

function table(...rows: string[]): ReadonlyMap<string, string> {
  const words = rows.join(' ').split(' ')
  const entries: [string, string][] = []
  for (let i = 0; i + 1 < words.length; i += 2) entries.push([words[i] ?? '', words[i + 1] ?? ''])
  return new Map(entries)
}
