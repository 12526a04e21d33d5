import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../../src/main/lookup/public-address'

describe('an address is public', () => {
  it.each(['1.1.1.1', '8.8.8.8', '128.84.21.199', '172.32.0.1', '100.128.0.1', '223.255.255.255'])(
    'as %s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    }
  )

  it.each(['2606:4700::1111', '2a00:1450:4001::200e', '2001:4860:4860::8888'])(
    'as %s is',
    (one) => {
      expect(isPublicAddress(one)).toBe(true)
    }
  )

  it('if a network without IPv4 names a public IPv4 host', () => {
    expect(isPublicAddress('64:ff9b::808:808')).toBe(true)
  })
})

describe('an address is not public', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1'],
    ...['127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8'],
    ...['192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9'],
    ...['224.0.0.251', '239.255.255.250', '240.0.0.1', '255.255.255.255']
  ])('of IPv4: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    ...['::', '::1', '::127.0.0.1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1'],
    ...['ff02::1', 'fec0::1', '100::1', '2001:db8::1', '3fff::1', '5f00::1']
  ])('of IPv6: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    ['mapped', '::ffff:127.0.0.1'],
    ['mapped, in hexadecimal', '::ffff:7f00:1'],
    ['mapped, though public', '::ffff:8.8.8.8'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64, of a cloud', '64:ff9b::169.254.169.254'],
    ['NAT64 of a network', '64:ff9b:1::a00:1']
  ])('that wraps another: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '[::1]', '1.1.1.1:80'])(
    'that is none: “%s”',
    (address) => {
      expect(isPublicAddress(address)).toBe(false)
    }
  )
})
