// A library filled by the real command line from the demo site: articles in four languages, one in the seed's form, marks,
// stars, tags, something read, something in the trash.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SEED_FORM_FILE } from '../demo/articles.ts';
import { startProxy } from '../proxy/proxy.ts';
import { drawnPictures, startDemoSite } from '../site/demo-site.ts';

const command = join(import.meta.dirname, '../../main/cli.ts');

export interface DemoLibrary {
  /** Ids by the slug of the demo article; `seed-form` for the one from a file. */
  readonly ids: Readonly<Record<string, string>>;
}

interface Mark {
  readonly slug: string;
  readonly quote: string;
  readonly color: string;
  readonly note?: string;
}

/** @param marks passages to mark. @param offline slugs whose pictures are refused, so that they stay partial. */
export async function fillDemoLibrary(library: string, marks: readonly Mark[], offline: readonly string[] = []): Promise<DemoLibrary> {
  const rules = Object.fromEntries(offline.map((path) => [path, { status: 403 }]));
  const site = await startDemoSite({ rules });
  const proxy = await startProxy({ hosts: { 'pictures.example': drawnPictures } });
  const ids: Record<string, string> = {};
  const run = (words: readonly string[]): Promise<readonly Record<string, unknown>[]> => runCommand([...words, '--library', library], proxy.environment);
  try {
    // Oldest first, so that the list, newest first, begins with the newest.
    for (const article of site.articles.toReversed()) {
      const [report] = await run(['add', site.url(article.path), ...article.tags.flatMap((tag) => ['--tag', tag])]);
      ids[article.slug] = String(report?.['id']);
    }
    const [seed] = await run(['add', SEED_FORM_FILE]);
    ids['seed-form'] = String(seed?.['id']);
    for (const { slug, quote, color, note = '' } of marks) await run(['annotate', ids[slug] ?? slug, '--quote', quote, '--color', color, '--note', note]);
  } finally {
    await site.close();
    await proxy.close();
  }
  return { ids };
}

async function runCommand(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<readonly Record<string, unknown>[]> {
  const child = spawn(process.execPath, [command, ...words, '--json'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`offprint ${words.join(' ')}: ${complaints}`);
  return out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}
