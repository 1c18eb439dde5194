// The system's proxy settings, as Electron reads them, in the form that the engine's requests take.

import { session } from 'electron';
import { firstProxy } from './proxy-list.ts';

/** A session without the dead proxy of all others: it is only asked, and loads nothing. */
const partition = 'proxy-lookup';

/** The proxy's URL for an address, or null to connect directly. */
export async function systemProxy(url: string): Promise<string | null> {
  return firstProxy(await session.fromPartition(partition).resolveProxy(url));
}
