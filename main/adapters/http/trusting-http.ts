// The engine's HttpPort as the app and the terminal use it: it trusts whom the system trusts, from the first request on.

import { trustSystemCertificates } from './certificates.ts';
import { createHttp } from './http.ts';
import { keepHeapSmall } from '../small-heap.ts';
import type { LogPort } from '../../engine/model/ports.ts';

type Http = ReturnType<typeof createHttp>;

/** Reading the system's certificates takes a quarter of a second: only what fetches something waits for it. */
export function createTrustingHttp(options: Parameters<typeof createHttp>[0], log: LogPort): Http {
  const http = createHttp(options);
  let asked = false;
  function trust(): void {
    if (asked) return;
    asked = true;
    // What fetches much makes much garbage; what only reads and searches keeps its speed.
    keepHeapSmall();
    const problem = widenTrust();
    if (problem !== null) log.write('warning', problem);
  }
  return {
    ...http,
    get(request) {
      trust();
      return http.get(request);
    },
  };
}

/** Why trust could not be widened, or null. Where the TLS library does not know the system's store, Node's list stays. */
function widenTrust(): string | null {
  try {
    return trustSystemCertificates(process.env['NODE_EXTRA_CA_CERTS']);
  } catch (error) {
    return `the system's certificates could not be read (${String(error)})`;
  }
}
