/** Letters of other scripts by the Latin ones that a reader would type. */
const letters: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh',
    'щ shch ы y э e ю yu я ya ь - ъ - і i ї i є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz ў u'
  ),
  ...pairs(
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'
  ),
  ...pairs(
    'あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu',
    'て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo',
    'や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za',
    'じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu',
    'ぺ pe ぽ po ー - っ -'
  )
])

/** Sounds of Hangul by the Revised Romanization of Korean: initial, middle, final. */
const initials = 'g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(',')
const middles = 'a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i'.split(',')
const finals = ',k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t'.split(',')

/**
 * Cyrillic, Greek, Kana and Hangul in Latin letters, as far as a citation key needs it; other
 * characters stay. Takes and gives any text in Unicode's composed form.
 */
export function romanise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u30A1-\u30F6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replace(/[\uAC00-\uD7A3]/g, (sign) => syllable(sign.charCodeAt(0) - 0xac00))
    .replace(/[^\0-\u024F]/gu, (sign) => latinFor(sign).replace('-', ''))
}

/** A letter's spelling, with or without its accents; the letter itself where there is none. */
function latinFor(letter: string): string {
  return letters.get(letter) ?? letters.get(letter.normalize('NFD').charAt(0)) ?? letter
}

function syllable(index: number): string {
  const initial = initials[Math.floor(index / 588)] ?? ''
  const middle = middles[Math.floor((index % 588) / 28)] ?? ''
  return initial + middle + (finals[index % 28] ?? '')
}

function pairs(...rows: string[]): [string, string][] {
  const words = rows.join(' ').split(' ')
  return words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : []))
}
