import type { Category } from './colouring'

type Rgb = readonly [red: number, green: number, blue: number]

/** How much of a colour is left in a point that does not stand out. */
const faintness = 0.22

/** The colour that a custom property has now. */
export function tokenColour(name: string): Rgb {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  // A build writes `#ffffff` as `#fff`.
  const digits = value.length === 4 ? value.replace(/[0-9a-f]/gi, '$&$&') : value
  const [, red = '0', green = '0', blue = '0'] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(digits) ?? []
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}

export function colourOf(colour: Category['colour']): Rgb {
  if (typeof colour === 'string') return tokenColour(colour)
  const [from, to, share] = colour
  return between(tokenColour(from), tokenColour(to), share)
}

export function css([red, green, blue]: Rgb): string {
  return `rgb(${String(red)} ${String(green)} ${String(blue)})`
}

/** As the pixels of a canvas have it. */
export function packed([red, green, blue]: Rgb): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}

/** A colour that hardly stands out from a background. */
export function faded(colour: Rgb, background: Rgb): Rgb {
  return between(background, colour, faintness)
}

function between(from: Rgb, to: Rgb, share: number): Rgb {
  const mix = (one: number, other: number): number => Math.round(one + (other - one) * share)
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])]
}
