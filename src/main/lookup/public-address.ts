import { BlockList, isIP } from 'node:net'

/**
 * IPv4 addresses that are nobody's on the public Internet, from IANA's registry of special-purpose
 * addresses (RFC 6890 and its updates), with multicast (RFC 5771) and the reserved rest.
 */
const notPublic4: readonly [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
]

/**
 * Of the IPv6 addresses given out so far (2000::/3, RFC 4291) those that are not public, and those that
 * carry an IPv4 address in a tunnel: Teredo (in 2001::/23, RFC 4380) and 6to4 (2002::/16, RFC 3056).
 */
const notPublic6: readonly [address: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20]
]

/** Networks without IPv4 name IPv4 hosts under this prefix (NAT64, RFC 6052). */
const nat64 = '64:ff9b::'

const refused = new BlockList()
const given = new BlockList()
for (const [address, bits] of notPublic4) {
  refused.addSubnet(address, bits, 'ipv4')
  refused.addSubnet(`${nat64}${address}`, 96 + bits, 'ipv6')
}
for (const [address, bits] of notPublic6) refused.addSubnet(address, bits, 'ipv6')
given.addSubnet('2000::', 3, 'ipv6')
given.addSubnet(nat64, 96, 'ipv6')

/**
 * Whether an IP address (without brackets) is a host on the public Internet: not this machine, not its
 * network, not a tunnel to either, and nothing reserved. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  const family = isIP(address)
  if (family === 4) return !refused.check(address, 'ipv4')
  return family === 6 && given.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}
