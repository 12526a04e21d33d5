import { spawnSync } from 'node:child_process'

/**
 * Brings the loopback interface of a network namespace up: `ip` of iproute2, or where there is none an ioctl
 * (netdevice(7)) in Perl, which every Debian has.
 */
const loopback = `ip link set lo up 2>/dev/null || perl -MSocket -e '
  socket(my $s, AF_INET, SOCK_DGRAM, 0) or die $!;
  my $up = pack("a16 s x22", "lo", 0x1);
  ioctl($s, 0x8914, $up) or die $!'`

/**
 * What runs a command where there is no network but this machine's own loopback; null where the system does
 * not let its users do that.
 *
 * @returns {((command: string, args: string[]) => { command: string, args: string[] }) | null}
 */
export function withoutNetwork(uid = process.getuid?.()) {
  // Anybody but root may have a network of their own as root of a namespace of users, if at all.
  const namespace = uid === 0 ? ['--net'] : ['--map-root-user', '--net']
  const wrapped = (/** @type {string} */ command, /** @type {string[]} */ args) => ({
    command: 'unshare',
    args: [...namespace, '--', 'sh', '-c', `${loopback} && exec "$@"`, 'sh', command, ...args]
  })
  const probe = wrapped('true', [])
  return spawnSync(probe.command, probe.args).status === 0 ? wrapped : null
}
