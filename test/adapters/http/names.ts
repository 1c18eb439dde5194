// Names for tests: each stands for one loopback address, or for several in turn. What is not named is not found.

import type { LookupFunction } from 'node:net';

export function namesOf(names: Readonly<Record<string, string | readonly string[]>>): LookupFunction {
  const asked = new Map<string, number>();
  return (hostname, options, callback) => {
    const given = names[hostname];
    if (given === undefined) return callback(Object.assign(new Error(`no such name: ${hostname}`), { code: 'ENOTFOUND' }), '', 0);
    const addresses = typeof given === 'string' ? [given] : given;
    const turn = asked.get(hostname) ?? 0;
    asked.set(hostname, turn + 1);
    const address = addresses[Math.min(turn, addresses.length - 1)] ?? '';
    if (options.all === true) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}
