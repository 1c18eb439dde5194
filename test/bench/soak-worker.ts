// One of the processes of the soak: opens the library when no other has it, does some things, says what it does before and
// after, closes it, and begins again; until its input ends.

import { setTimeout as wait } from 'node:timers/promises';
import { createFiles } from '../../main/adapters/files.ts';
import { environmentProxy } from '../../main/adapters/http/environment-proxy.ts';
import { createHttp } from '../../main/adapters/http/http.ts';
import { createPages } from '../../main/adapters/page-worker-pool.ts';
import { createPrintAssets, installedFonts } from '../../main/adapters/print-assets.ts';
import { createEngine, type Engine } from '../../main/engine/engine.ts';
import type { Ports } from '../../main/engine/model/ports.ts';
import { fail } from '../../preload/contract/result.ts';

export type Deed =
  | { readonly state: 'begun'; readonly do: 'save' | 'mark' | 'delete' | 'restore'; readonly id: string | null }
  | { readonly state: 'done'; readonly do: 'save' | 'delete' | 'restore'; readonly id: string }
  | { readonly state: 'done'; readonly do: 'mark'; readonly id: string; readonly mark: string }
  | { readonly state: 'memory'; readonly heapMb: number; readonly rssMb: number };

const [libraryPath = '', origin = '', name = ''] = process.argv.slice(2);
/** Things that are done while the library is open. */
const atOnce = 12;
const ports: Ports = {
  files: createFiles(),
  http: createHttp({ proxyFor: environmentProxy }),
  pages: createPages(new URL('../../main/engine/flows/page-worker.ts', import.meta.url)),
  browser: { find: async () => null, openSealed: async () => fail('no-browser', 'soak'), draw: async () => fail('no-browser', 'soak') },
  assets: createPrintAssets(installedFonts()),
  log: { write: () => undefined },
  now: () => new Date(),
};
const { signal } = new AbortController();
const own: { readonly id: string; deleted: boolean }[] = [];
let count = 0;
let isOver = false;
process.stdin.on('end', () => (isOver = true)).resume();

/** Written at once: what was said is known to the parent even when this process is killed right after. */
function say(deed: Deed): void {
  process.stdout.write(`${JSON.stringify(deed)}\n`);
}

async function save({ calls }: Engine): Promise<void> {
  count += 1;
  say({ state: 'begun', do: 'save', id: null });
  const saved = await calls.save({ inputs: [`${origin}/soak-${name}-${count}`], tags: ['Soak'], mode: 'static', base: null }, { signal });
  const id = saved.ok ? saved.value[0]?.id : null;
  if (id === null || id === undefined) throw new Error(JSON.stringify(saved));
  own.push({ id, deleted: false });
  say({ state: 'done', do: 'save', id });
}

async function mark({ calls }: Engine, id: string): Promise<void> {
  say({ state: 'begun', do: 'mark', id });
  const made = await calls.quoteMark({ id, quote: 'the creek narrows', prefix: '', suffix: '', note: `note ${count}`, color: 'green' }, { signal });
  if (!made.ok) throw new Error(JSON.stringify(made));
  say({ state: 'done', do: 'mark', id, mark: made.value.id });
}

async function move({ calls }: Engine, article: { readonly id: string; deleted: boolean }): Promise<void> {
  const act = article.deleted ? 'restore' : 'delete';
  say({ state: 'begun', do: act, id: article.id });
  const moved = await calls[act]({ ids: [article.id] }, { signal });
  if (!moved.ok) throw new Error(JSON.stringify(moved));
  article.deleted = !article.deleted;
  say({ state: 'done', do: act, id: article.id });
}

async function work(engine: Engine): Promise<void> {
  for (let done = 0; done < atOnce && !isOver; done += 1) {
    const article = own[Math.floor(Math.random() * own.length)];
    const chance = Math.random();
    if (article === undefined || chance < 0.55) await save(engine);
    else if (chance < 0.8 && !article.deleted) await mark(engine, article.id);
    else await move(engine, article);
  }
}

/** What is still held: without what only waits to be collected, where the collector may be asked. */
function memory(): Deed {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { state: 'memory', heapMb: Math.round(heapUsed / 1e5) / 10, rssMb: Math.round(rss / 1e6) };
}

while (!isOver) {
  const opened = await createEngine(ports, { libraryPath, access: 'write', createIfMissing: false, version: '0.0.0-soak' });
  if (!opened.ok) {
    if (opened.failure.kind !== 'locked') throw new Error(JSON.stringify(opened.failure));
    await wait(20 + Math.random() * 60);
    continue;
  }
  await work(opened.value);
  await opened.value.close();
  say(memory());
  // The others have their turn.
  await wait(50 + Math.random() * 100);
}
process.exit(0);
