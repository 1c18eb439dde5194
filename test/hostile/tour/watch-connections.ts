// Loaded into the app's processes before anything else (NODE_OPTIONS): writes a line for each connection that they open, each
// name that they look up and each datagram, into the file OFFPRINT_WATCH names. Sockets within the machine's files are none.

import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env['OFFPRINT_WATCH'] ?? '';

type Any = (...given: unknown[]) => unknown;

function note(kind: string, what: string): void {
  if (file !== '') appendFileSync(file, `${kind} ${what}\n`);
}

/** Puts a function before one of Node's own. */
function before(owner: object, name: string, first: (given: readonly unknown[]) => void): void {
  const own = Reflect.get(owner, name) as Any;
  Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
    first(given);
    return own.apply(this, given);
  });
}

before(net.Socket.prototype, 'connect', (given) => {
  // Node itself calls it with a list of what it was given.
  const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  const options = (typeof first === 'object' && first !== null ? first : { port: first, host: second }) as { path?: string | null; host?: string; port?: number };
  if (typeof options.path !== 'string') note('connect', `${options.host ?? 'localhost'}:${options.port}`);
});
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  // An address needs no look-up.
  before(dns, name, ([host]) => void (net.isIP(String(host)) === 0 && note('look-up', String(host))));
  before(dns.promises, name, ([host]) => void (net.isIP(String(host)) === 0 && note('look-up', String(host))));
}
before(dgram.Socket.prototype, 'send', (given) => note('datagram', given.filter((one) => typeof one !== 'object' && typeof one !== 'function').join(' ')));
syncBuiltinESMExports();
