// Engines on one file system, one after the other; what costs time to start is shared by all of them.

import { createFiles } from '../../main/adapters/files.ts';
import { environmentProxy } from '../../main/adapters/http/environment-proxy.ts';
import { createHttp } from '../../main/adapters/http/http.ts';
import { createPages } from '../../main/adapters/page-worker-pool.ts';
import { openTestEngine, type TestEngine } from '../engine/harness.ts';
import type { FilesPort } from '../../main/engine/model/ports.ts';

export interface Room {
  /** Opens (or makes) the library in a folder, for long (as the app) or for one command; it is closed by its `engine.close`. */
  open(library: string, stays?: boolean): Promise<TestEngine>;
  close(): Promise<void>;
}

export function createRoom(files: FilesPort = createFiles()): Room {
  const http = createHttp({ proxyFor: environmentProxy });
  const pages = createPages(new URL('../../main/engine/flows/page-worker.ts', import.meta.url), { idleMs: 600_000 });
  return {
    open: (library, stays = false) => openTestEngine({ library, stays, ports: { files, http, pages } }),
    async close() {
      http.close();
      await pages.close();
    },
  };
}
