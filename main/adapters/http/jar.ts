// What one capture remembers between its requests: its cookies, and on which network its page is.

import { CookieJar as ToughJar } from 'tough-cookie';
import type { CookieJar } from '../../engine/model/ports.ts';

/** `own`: the page itself is on this machine or its network, and may show what is there too. */
export type Network = 'own' | 'public';

export interface Jar extends CookieJar {
  readonly tough: ToughJar;
  /** Of the page, by its first address; null before that has answered. */
  network: Network | null;
}

export function newJar(): Jar {
  return { kind: 'cookies', tough: new ToughJar(undefined, { looseMode: true }), network: null };
}
