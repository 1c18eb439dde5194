// The power goes at every moment of every operation: of what was not synced by then each change is there or not, by itself.
// Whatever is there, the library opens whole: as before or as after, and as after once the operation has said that it is done.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFiles } from '../../main/adapters/files.ts';
import { openLibrary } from '../../main/engine/library/open-library.ts';
import { finishPurges } from '../../main/engine/library/purge.ts';
import { walkAndCheck } from '../../main/engine/library/verify.ts';
import { readState, type LibraryState } from './library-state.ts';
import { freshTry, operationNames, prepareOperations, type Ground } from './operations.ts';
import type { Outage, Recording } from './power-loss.ts';
import { createRecordedFiles } from './recorded-files.ts';
import { createRoom, type Room } from './room.ts';
import { seeded } from './seeded.ts';

/** States by chance at each moment, beside that with nothing and that with everything. */
const chances = process.env['OFFPRINT_FAULTS'] === 'all' ? 40 : 2;
const files = createFiles();
const recorded = createRecordedFiles();
const counted = { moments: 0, states: 0, damaged: 0 };
let room: Room;
let ground: Ground;

beforeAll(async () => {
  room = createRoom(recorded.files);
  ground = await prepareOperations(room);
}, 60_000);
afterAll(async () => {
  process.stdout.write(`${JSON.stringify(counted)}\n`);
  await room.close();
  await ground.close();
});

interface Told {
  readonly outage: Outage;
  readonly torn?: Uint8Array;
  readonly what: string;
}

/** Each state once. */
function* outages(recording: Recording): Generator<Told> {
  const random = seeded(20_261_124);
  const seen = new Set<string>();
  for (let moment = 0; moment < recording.moments; moment += 1) {
    const all = recording.after(moment, () => true);
    const some = Array.from({ length: chances }, () => recording.after(moment, () => random() < 0.5));
    for (const outage of [recording.after(moment, () => false), all, ...some]) {
      if (seen.has(outage.key)) continue;
      seen.add(outage.key);
      yield { outage, what: `moment ${moment}: ${outage.key}` };
    }
    for (const torn of recording.torn(moment)) yield { outage: all, torn, what: `moment ${moment}, torn to ${torn.length}` };
  }
}

/** What the next process makes of it. */
async function opened({ outage, torn }: Told): Promise<LibraryState> {
  const path = join(ground.folder, 'Outage');
  await rm(path, { recursive: true, force: true });
  await outage.putInto(path, torn);
  const library = await openLibrary(files, { path, access: 'write', createIfMissing: false, now: () => new Date() });
  if (!library.ok) throw new Error(JSON.stringify(library.failure));
  await finishPurges(files, library.value);
  const { signal } = new AbortController();
  await walkAndCheck(library.value, { signal, after: null, checked: async (_, damage) => (expect(damage).toEqual([]), true) });
  await library.value.close();
  return readState(path);
}

it.each(operationNames.filter((name) => name !== 'exporting'))('%s: the library is whole whenever the power goes', { timeout: 300_000 }, async (name) => {
  const operation = ground.operations[name];
  const { library, out } = await freshTry(ground);
  const before = await readState(library);
  const app = await room.open(library);
  await app.engine.synced;
  await recorded.record(library);
  expect(await operation(app, out)).toBe(true);
  const recording = recorded.stop();
  await app.engine.close();
  const after = await readState(library);
  counted.moments += recording.moments;
  for (const told of outages(recording)) {
    counted.states += 1;
    try {
      const state = await opened(told);
      expect(state.leftovers).toEqual([]);
      if (JSON.stringify(state) !== JSON.stringify(before)) expect(state).toEqual(after);
    } catch (error) {
      counted.damaged += 1;
      throw new Error(told.what, { cause: error });
    }
  }
  // Said to be done is done.
  const end = recording.after(recording.moments - 1, () => false);
  expect(await opened({ outage: end, what: 'the end' })).toEqual(after);
});
