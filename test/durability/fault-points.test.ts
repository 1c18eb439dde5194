// Every point at which an operation touches the disk, failed in turn: after each the library is as before or as after,
// nothing is damaged, nothing is left over, and a second try succeeds. How many there were is printed.

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestEngine } from '../engine/harness.ts';
import { temporaryFolder } from '../engine/harness.ts';
import { drawPng } from '../demo/draw.ts';
import { startSite, type Site } from '../site/site.ts';
import { faultCodes, type Fault } from './faulty-files.ts';
import { readState, type LibraryState } from './library-state.ts';
import { createRoom, type Room } from './room.ts';

/** Each point stops once as a killed process does, and fails once by each of these in turn; all of them where the bench asks. */
const everyCode = process.env['OFFPRINT_FAULTS'] === 'all';
const faultsAt = (point: number): readonly Fault[] => ['stop', ...(everyCode ? faultCodes : faultCodes.filter((_, index) => index === point % faultCodes.length))];

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);
let site: Site;
let room: Room;
let folder: string;
let template: string;
const ids = { kept: '', trashed: '', mark: '' };

beforeAll(async () => {
  folder = await temporaryFolder();
  template = join(folder, 'Template');
  site = await startSite();
  room = createRoom();
  ['one', 'two', 'three'].forEach((name, index) => site.put(`/${name}.png`, drawPng(index, 40, 30)));
  site.put('/s.css', 'body{background:url(one.png)}');
  putPage('/mill.html', ['one']);
  putPage('/gone.html', ['one', 'two']);
  putPage('/new.html', ['one', 'three']);
  await writeFile(join(folder, 'note.md'), `---\ntitle: A note\n---\n\n${words}\n\n<img src="${site.url('/two.png')}">\n`);
  const app = await room.open(template);
  ids.kept = await addedTo(app, site.url('/mill.html'));
  ids.trashed = await addedTo(app, site.url('/gone.html'));
  ids.mark = (await app.call('quoteMark', { id: ids.kept, quote: 'the creek narrows', prefix: '', suffix: '', note: 'where?', color: 'yellow' })).id;
  await app.call('delete', { ids: [ids.trashed] });
  await app.engine.close();
  // What a recapture will find.
  putPage('/mill.html', ['one', 'two', 'three']);
}, 60_000);
afterAll(async () => {
  await room.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function putPage(path: string, pictures: readonly string[]): void {
  const shown = pictures.map((name) => `<img src="/${name}.png">`).join('');
  site.put(path, `<html lang="en"><head><title>Mill ${path}</title><link rel="stylesheet" href="/s.css"></head><body><article><h1>Mill ${path}</h1><p>${words}</p>${shown}<p>${words}</p></article></body></html>`);
}

async function addedTo(app: TestEngine, input: string): Promise<string> {
  const [report] = await app.call('save', { inputs: [input], tags: [], mode: 'static', base: null });
  if (report?.id === null || report?.id === undefined) throw new Error(JSON.stringify(report));
  return report.id;
}

type Operation = (app: TestEngine, out: string) => Promise<boolean>;
const done = async (result: Promise<{ ok: boolean }>): Promise<boolean> => (await result).ok;
const saved = async (app: TestEngine, input: string): Promise<boolean> => {
  const result = await app.ask('save', { inputs: [input], tags: [], mode: 'static', base: null });
  return result.ok && result.value.every(({ status }) => status !== 'failed');
};

const operations: Readonly<Record<string, Operation>> = {
  'saving a page': (app) => saved(app, site.url('/new.html')),
  'importing a file': (app) => saved(app, join(folder, 'note.md')),
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

interface Try {
  readonly library: string;
  readonly out: string;
}

async function freshTry(): Promise<Try> {
  const library = join(folder, 'Try');
  const out = join(folder, 'out');
  await Promise.all([rm(library, { recursive: true, force: true }), rm(out, { recursive: true, force: true })]);
  await cp(template, library, { recursive: true });
  await mkdir(out);
  return { library, out };
}

/** The state after the operation went well, and what it wrote elsewhere. */
async function wholeRun(operation: Operation): Promise<{ after: LibraryState; file: string | null }> {
  const { library, out } = await freshTry();
  const app = await room.open(library);
  expect(await operation(app, out)).toBe(true);
  await app.engine.close();
  return { after: await readState(library), file: await written(out) };
}

async function written(out: string): Promise<string | null> {
  const path = join(out, 'mill.html');
  return existsSync(path) ? readFile(path, 'utf8') : null;
}

/** Runs the operation with its n-th call failing; answers what was struck, or null when it had fewer calls. */
async function failedRun(operation: Operation, { library, out }: Try, point: number, fault: Fault): Promise<string | null> {
  const app = await room.open(library);
  await app.engine.synced;
  room.faulty.arm(point, fault);
  await operation(app, out).catch(() => false);
  const struck = room.faulty.struck();
  await app.engine.close().catch(() => undefined);
  room.faulty.disarm();
  // The next process finds that of a killed one gone; this one is still there.
  if (fault === 'stop') await rm(join(library, 'lock.json'), { force: true });
  return struck;
}

async function isWhole(operation: Operation, { library, out }: Try, before: LibraryState, after: LibraryState, file: string | null): Promise<void> {
  const again = await room.open(library);
  await again.engine.synced;
  expect(await again.call('verify', {})).toMatchObject({ damaged: [] });
  const found = await readState(library);
  expect(found.leftovers).toEqual([]);
  const isBefore = JSON.stringify(found) === JSON.stringify(before);
  if (!isBefore) expect(found).toEqual(after);
  expect([null, file]).toContain(await written(out));
  // Done already, it may have nothing left to do: a mark that is removed cannot be removed again.
  const isDone = await operation(again, out);
  if (isBefore) expect([isDone, await readState(library)]).toEqual([true, after]);
  expect(await again.call('verify', {})).toMatchObject({ damaged: [] });
  await again.engine.close();
}

const counted = { faultPoints: 0, faults: 0, damaged: 0 };
afterAll(() => process.stdout.write(`${JSON.stringify(counted)}\n`));

for (const [name, operation] of Object.entries(operations)) {
  it(`${name}: the library is whole wherever it fails`, { timeout: 300_000 }, async () => {
    const before = await readState(template);
    const { after, file } = await wholeRun(operation);
    expect(after.leftovers).toEqual([]);
    for (let point = 1; ; point += 1) {
      let struck: string | null = null;
      for (const fault of faultsAt(point)) {
        const place = await freshTry();
        struck = await failedRun(operation, place, point, fault);
        if (struck === null) break;
        counted.faults += 1;
        await isWhole(operation, place, before, after, file).catch((error: unknown) => {
          counted.damaged += 1;
          throw new Error(`${fault} at call ${point} (${struck?.replaceAll(place.library, '')})`, { cause: error });
        });
      }
      if (struck === null) break;
      counted.faultPoints += 1;
    }
  });
}
