// A process that asks one job of the pool and then has nothing to do, while its thread idles.

import { createPages } from '../../main/adapters/page-worker-pool.ts';

const pages = createPages(new URL('odd-worker.ts', import.meta.url), { idleMs: 60_000 });
const result = await pages.run('readText', { html: 'wait 200' }, new AbortController().signal);
process.stdout.write(result.ok ? 'done' : result.failure.kind);
