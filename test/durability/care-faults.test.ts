// Every point at which mending and the list of what is yet to be added touch the disk, failed in turn: nothing that was whole is
// damaged, nothing is left over, and a second try succeeds.

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFaultyFiles, faultCodes, type Fault } from './faulty-files.ts';
import { readState } from './library-state.ts';
import { prepareOperations, type Ground } from './operations.ts';
import { createRoom, type Room } from './room.ts';

/** Of every few points one, unless all are asked for; each once stopped and once failed. */
const oneOf = (points: number): number => (process.env['OFFPRINT_FAULTS'] === 'all' ? 1 : points);
const faultsAt = (point: number): readonly Fault[] => ['stop', faultCodes[point % faultCodes.length] ?? 'EIO'];

const faulty = createFaultyFiles();
let room: Room;
let ground: Ground;
let library: string;

beforeAll(async () => {
  room = createRoom(faulty.files);
  ground = await prepareOperations(room);
  library = join(ground.folder, 'Try');
}, 60_000);
afterAll(async () => {
  await room.close();
  await ground.close();
});
beforeEach(() => faulty.disarm());
afterEach(() => rm(library, { recursive: true, force: true }));

async function fresh(): Promise<void> {
  await rm(library, { recursive: true, force: true });
  await cp(ground.template, library, { recursive: true, preserveTimestamps: true });
}

/** Runs it with its n-th call failing, for n in steps of `every` and each fault; looks at what came of each. Answers how many points there were. */
async function atEachPoint(every: number, prepare: () => Promise<void>, act: (point: number, fault: Fault) => Promise<void>, look: () => Promise<void>): Promise<number> {
  for (let point = 1; ; point += every) {
    for (const fault of faultsAt(point)) {
      await prepare();
      await act(point, fault);
      const struck = faulty.struck();
      faulty.disarm();
      if (struck === null) return point - 1;
      // The next process finds that of a killed one gone; this one is still there.
      await rm(join(library, 'lock.json'), { force: true });
      await look().catch((error: unknown) => {
        throw new Error(`${fault} at call ${point} (${struck.replaceAll(library, '')})`, { cause: error });
      });
    }
  }
}

/** Paths inside the library, of what ends so. */
async function pathsOf(end: string): Promise<readonly string[]> {
  return (await readdir(library, { recursive: true })).filter((path) => path.endsWith(end)).map((path) => path.replaceAll('\\', '/')).toSorted();
}

it('mending: what was whole stays so, and a second try mends the rest', { timeout: 600_000 }, async () => {
  await fresh();
  const sound = await readState(library);
  const [view = ''] = await pathsOf('reader.html');
  const [picture = ''] = await pathsOf('.png');
  const source = (await pathsOf('source.html.zst')).at(-1) ?? '';
  const damaged = [picture, source, view].toSorted();
  // The picture and the page of the other article are with the site still, the view is made anew from its own page.
  const spoil = async (): Promise<void> => {
    await fresh();
    for (const path of damaged) await writeFile(join(library, path), 'rot');
  };
  const points = await atEachPoint(oneOf(29), spoil, async (point, fault) => {
    const app = await room.open(library);
    await app.engine.synced;
    await app.call('verify', {});
    faulty.arm(point, fault);
    await app.ask('mend', { ids: null, from: null }).catch(() => null);
    await app.engine.close().catch(() => undefined);
  }, async () => {
    const app = await room.open(library);
    await app.engine.synced;
    for (const { path } of (await app.call('verify', {})).damaged) expect(damaged).toContain(path);
    expect(await app.call('mend', { ids: null, from: null })).toMatchObject({ left: [] });
    expect(await app.call('verify', {})).toMatchObject({ damaged: [], lost: [] });
    await app.engine.close();
    expect(await readState(library)).toEqual(sound);
  });
  process.stdout.write(`${JSON.stringify({ mendPoints: points })}\n`);
  expect(points).toBeGreaterThan(20);
});

it('what is yet to be added: the list is as before or as after, and the next one is kept', { timeout: 600_000 }, async () => {
  const [first, second] = ['first.md', 'second.md'].map((name) => join(ground.folder, name));
  const save = { tags: [], mode: 'static', base: null } as const;
  const add = async (path: string, point: number | null, fault: Fault): Promise<void> => {
    const app = await room.open(library, true);
    await app.engine.synced;
    if (point !== null) faulty.arm(point, fault);
    await app.ask('save', { ...save, inputs: [path] }).catch(() => null);
    await app.engine.close().catch(() => undefined);
  };
  const listed = async (): Promise<readonly string[]> => {
    const text = await readFile(join(library, 'inputs.json'), 'utf8').catch(() => '{"items":[]}');
    return (JSON.parse(text) as { items: { input: string }[] }).items.map(({ input }) => input);
  };
  const points = await atEachPoint(1, fresh, (point, fault) => add(first ?? '', point, fault), async () => {
    expect([[], [first]]).toContainEqual(await listed());
    const before = await listed();
    await add(second ?? '', null, 'stop');
    expect(await listed()).toEqual([...before, second]);
    expect((await readState(library)).leftovers).toEqual(['inputs.json']);
  });
  process.stdout.write(`${JSON.stringify({ inputPoints: points })}\n`);
  expect(points).toBeGreaterThan(3);
});
