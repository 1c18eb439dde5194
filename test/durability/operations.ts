// The operations that write to a library, and a library that each is tried on: with an article, one in the trash, and a mark.

import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPng } from '../demo/draw.ts';
import { temporaryFolder, type TestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import type { Room } from './room.ts';

/** Answers whether it said that it was done. @param out a folder for what is written elsewhere */
export type Operation = (app: Pick<TestEngine, 'ask'>, out: string) => Promise<boolean>;

export const operationNames = [
  'saving a page', 'importing a file', 'recapturing', 'marking', 'changing a note', 'removing a mark', 'tagging', 'starring', 'deleting',
  'restoring', 'emptying the trash', 'exporting',
] as const;

export interface Ground {
  readonly folder: string;
  readonly template: string;
  readonly operations: Readonly<Record<(typeof operationNames)[number], Operation>>;
  close(): Promise<void>;
}

interface Ids {
  readonly kept: string;
  readonly trashed: string;
  readonly mark: string;
}

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);

export async function prepareOperations(room: Room): Promise<Ground> {
  const folder = await temporaryFolder();
  const template = join(folder, 'Template');
  const site = await startSite();
  ['one', 'two', 'three'].forEach((name, index) => site.put(`/${name}.png`, drawPng(index, 40, 30)));
  site.put('/s.css', 'body{background:url(one.png)}');
  putPage(site, '/mill.html', ['one']);
  putPage(site, '/gone.html', ['one', 'two']);
  putPage(site, '/new.html', ['one', 'three']);
  const note = join(folder, 'note.md');
  await writeFile(note, `---\ntitle: A note\n---\n\n${words}\n\n<img src="${site.url('/two.png')}">\n`);
  const app = await room.open(template);
  const kept = await addedTo(app, site.url('/mill.html'));
  const trashed = await addedTo(app, site.url('/gone.html'));
  const mark = (await app.call('quoteMark', { id: kept, quote: 'the creek narrows', prefix: '', suffix: '', note: 'where?', color: 'yellow' })).id;
  await app.call('delete', { ids: [trashed] });
  await app.engine.close();
  // What a recapture will find.
  putPage(site, '/mill.html', ['one', 'two', 'three']);
  return {
    folder,
    template,
    operations: operationsOn({ kept, trashed, mark }, site, note),
    async close() {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The library as it was prepared, and a folder for what is written elsewhere. */
export async function freshTry({ folder, template }: Ground): Promise<{ library: string; out: string }> {
  const library = join(folder, 'Try');
  const out = join(folder, 'out');
  await Promise.all([rm(library, { recursive: true, force: true }), rm(out, { recursive: true, force: true })]);
  await cp(template, library, { recursive: true });
  await mkdir(out);
  return { library, out };
}

function putPage(site: Site, path: string, pictures: readonly string[]): void {
  const shown = pictures.map((name) => `<img src="/${name}.png">`).join('');
  site.put(path, `<html lang="en"><head><title>Mill ${path}</title><link rel="stylesheet" href="/s.css"></head><body><article><h1>Mill ${path}</h1><p>${words}</p>${shown}<p>${words}</p></article></body></html>`);
}

async function addedTo(app: TestEngine, input: string): Promise<string> {
  const [report] = await app.call('save', { inputs: [input], tags: [], mode: 'static', base: null });
  if (report?.id === null || report?.id === undefined) throw new Error(JSON.stringify(report));
  return report.id;
}

const done = async (result: Promise<{ ok: boolean }>): Promise<boolean> => (await result).ok;
const saved = async (app: Pick<TestEngine, 'ask'>, input: string): Promise<boolean> => {
  const result = await app.ask('save', { inputs: [input], tags: [], mode: 'static', base: null });
  return result.ok && result.value.every(({ status }) => status !== 'failed');
};

function operationsOn(ids: Ids, site: Site, note: string): Ground['operations'] {
  return {
    'saving a page': (app) => saved(app, site.url('/new.html')),
    'importing a file': (app) => saved(app, note),
    recapturing: async (app) => {
      const result = await app.ask('recapture', { id: ids.kept });
      return result.ok && result.value.status !== 'failed';
    },
    marking: (app) => done(app.ask('quoteMark', { id: ids.kept, quote: 'twice a day', prefix: '', suffix: '', note: '', color: 'green' })),
    'changing a note': (app) => done(app.ask('editMark', { id: ids.kept, markId: ids.mark, note: 'at the bend' })),
    'removing a mark': (app) => done(app.ask('removeMark', { id: ids.kept, markId: ids.mark })),
    tagging: (app) => done(app.ask('setTags', { ids: [ids.kept], add: ['Sea'], remove: [] })),
    starring: (app) => done(app.ask('setState', { ids: [ids.kept], starred: true })),
    deleting: (app) => done(app.ask('delete', { ids: [ids.kept] })),
    restoring: (app) => done(app.ask('restore', { ids: [ids.trashed] })),
    'emptying the trash': (app) => done(app.ask('purge', { ids: null })),
    exporting: async (app, out) => {
      const result = await app.ask('export', { ids: [ids.kept], format: 'html', path: join(out, 'mill.html') });
      return result.ok && result.value.every(({ failure }) => failure === null);
    },
  };
}
