// Every point at which an operation touches the disk, failed in turn: after each the library is as before or as after,
// nothing is damaged, nothing is left over, and a second try succeeds. How many there were is printed.

import { readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFaultyFiles, faultCodes, type Fault } from './faulty-files.ts';
import { readState, type LibraryState } from './library-state.ts';
import { freshTry, operationNames, prepareOperations, type Ground, type Operation } from './operations.ts';
import { createRoom, type Room } from './room.ts';

/** Each point stops once as a killed process does, and fails once by each of these in turn; all of them where the bench asks. */
const everyCode = process.env['OFFPRINT_FAULTS'] === 'all';
const faultsAt = (point: number): readonly Fault[] => ['stop', ...(everyCode ? faultCodes : faultCodes.filter((_, index) => index === point % faultCodes.length))];

const faulty = createFaultyFiles();
let room: Room;
let ground: Ground;

beforeAll(async () => {
  room = createRoom(faulty.files);
  ground = await prepareOperations(room);
}, 60_000);
afterAll(async () => {
  await room.close();
  await ground.close();
});

interface Try {
  readonly library: string;
  readonly out: string;
}

/** The state after the operation went well, and what it wrote elsewhere. */
async function wholeRun(operation: Operation): Promise<{ after: LibraryState; file: string | null }> {
  const { library, out } = await freshTry(ground);
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
  faulty.arm(point, fault);
  await operation(app, out).catch(() => false);
  const struck = faulty.struck();
  await app.engine.close().catch(() => undefined);
  faulty.disarm();
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

for (const name of operationNames) {
  it(`${name}: the library is whole wherever it fails`, { timeout: 300_000 }, async () => {
    const operation = ground.operations[name];
    const before = await readState(ground.template);
    const { after, file } = await wholeRun(operation);
    expect(after.leftovers).toEqual([]);
    for (let point = 1; ; point += 1) {
      let struck: string | null = null;
      for (const fault of faultsAt(point)) {
        const place = await freshTry(ground);
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
