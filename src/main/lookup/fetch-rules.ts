import { lookup } from 'node:dns/promises'
import { isPublicAddress } from './public-address'

/** An address that a host name stands for. */
export interface HostAddress {
  address: string
  family: number
}

/** What a request may reach and how much it may take. Tests hand in their own; nothing else does. */
export interface FetchRules {
  /** Whether a socket may be opened to an IP address (without brackets) and a port. */
  mayConnect: (address: string, port: number) => boolean
  /** All addresses of a host name; rejects for a name that has none. */
  resolve: (hostname: string) => Promise<readonly HostAddress[]>
  mostRedirects: number
  /** Of a body, as it comes and as it is once unpacked. */
  mostBytes: number
  /** From the name's resolution to an open connection, for each hop. */
  connectMs: number
  /** For everything together, redirects included. */
  totalMs: number
  /** How long nothing may come of a file that is downloaded. */
  idleMs: number
}

/** Hosts on the public Internet, at the ports of the web. */
export const publicRules: FetchRules = {
  mayConnect: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
  resolve: (hostname) => lookup(hostname, { all: true }),
  mostRedirects: 5,
  mostBytes: 8 * 1024 * 1024,
  connectMs: 10_000,
  totalMs: 20_000,
  idleMs: 30_000
}
