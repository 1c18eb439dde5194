// A network namespace: a machine within the machine, whose one way out leads nowhere and counts what goes there. Linux only, and
// only where this user may make one.

import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

/** The interface that counts, inside the namespace; null outside. */
export const wayOut = process.env['OFFPRINT_WAY_OUT'] ?? null;

const device = 'out0';
/** A pair of interfaces, of which one end leads out and the other is nobody's. Without addresses by IPv6 the kernel has nothing to announce. */
const setUp = [
  'ip link set lo up',
  `ip link add ${device} type veth peer name end0`,
  `ip link set ${device} addrgenmode none multicast off`,
  'ip link set end0 addrgenmode none multicast off',
  `ip addr add 10.66.0.1/24 dev ${device}`,
  `ip link set ${device} up`,
  'ip link set end0 up',
  `ip route add default via 10.66.0.2 dev ${device}`,
  // Who is there is not asked either: what is sent goes out.
  `ip neigh add 10.66.0.2 lladdr 02:00:00:00:00:01 dev ${device}`,
].join(' && ');

export function canMakeNamespace(): boolean {
  return process.platform === 'linux' && inNamespace('true').status === 0;
}

/** Runs a command of the shell in a namespace of its own, to its end. */
export function inNamespace(command: string, environment: Readonly<Record<string, string>> = {}, timeout = 20_000): SpawnSyncReturns<string> {
  const env = { ...process.env, ...environment, OFFPRINT_WAY_OUT: device };
  return spawnSync('unshare', ['-rn', 'sh', '-c', `${setUp} && ${command}`], { encoding: 'utf8', timeout, env });
}
