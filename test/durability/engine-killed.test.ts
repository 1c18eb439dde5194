// The app's engine process as it is built, killed at system calls chosen one after another while it saves, marks and moves: what it
// said to be done is there, what it was at is done or not begun, and all that was left to do can be done after.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LinkCut } from '../../main/adapters/door/peer.ts';
import { buildIfOlder } from '../../scripts/build-if-older.ts';
import { startBuiltEngine } from './built-engine.ts';
import { readState, type LibraryState } from './library-state.ts';
import { freshTry, prepareOperations, type Ground } from './operations.ts';
import { createRoom, type Room } from './room.ts';
import { blowsIn, canTrace, drawn, listing, striking } from './system-calls.ts';

const steps = ['saving a page', 'recapturing', 'marking', 'tagging', 'deleting', 'restoring', 'emptying the trash'] as const;
/** How many blows, spread over all calls; `OFFPRINT_FAULTS=all` strikes every one. */
const most = 5;

let room: Room;
let ground: Ground;

beforeAll(async () => {
  expect(await buildIfOlder(join(import.meta.dirname, '..', '..'))).toBe(true);
  room = createRoom();
  ground = await prepareOperations(room);
}, 300_000);
afterAll(async () => {
  await room.close();
  await ground.close();
});

/** What is yet to be added is kept while it is under way, and is no leftover. */
async function stateOf(library: string): Promise<LibraryState> {
  const { articles, leftovers } = await readState(library);
  return { articles, leftovers: leftovers.filter((path) => path !== 'inputs.json') };
}

/** Goes through the steps under strace; answers how many were said to be done, and the state after each. */
async function goThrough(words: readonly string[], library: string, looks: boolean): Promise<{ done: number; states: LibraryState[]; wasKilled: boolean }> {
  const engine = startBuiltEngine(words);
  const states: LibraryState[] = [];
  let done = 0;
  try {
    expect(await engine.open(library)).toMatchObject({ ok: true });
    for (const step of steps) {
      expect([step, await ground.operations[step](engine, library)]).toEqual([step, true]);
      done += 1;
      if (looks) states.push(await stateOf(library));
    }
    await engine.close();
  } catch (error) {
    if (!(error instanceof LinkCut)) throw error;
  }
  return { done, states, wasKilled: await engine.gone };
}

/** The next process finds one of two states, does what was left to do, and comes to the same end. */
async function goesOn(library: string, done: number, states: readonly LibraryState[]): Promise<void> {
  const app = await room.open(library);
  await app.engine.synced;
  expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  const found = await stateOf(library);
  expect(found.leftovers).toEqual([]);
  const isBefore = JSON.stringify(found) === JSON.stringify(states[done]);
  if (!isBefore) expect(found).toEqual(states[done + 1]);
  for (const step of steps.slice(isBefore ? done : done + 1)) expect([step, await ground.operations[step](app, library)]).toEqual([step, true]);
  expect(await stateOf(library)).toEqual(states.at(-1));
  expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  await app.engine.close();
}

it.skipIf(!canTrace())('the engine process leaves a whole library wherever it is killed', { timeout: 3_600_000 }, async () => {
  const log = join(ground.folder, 'calls');
  const whole = await freshTry(ground);
  const before = await stateOf(whole.library);
  const { done, states, wasKilled } = await goThrough(listing(log), whole.library, true);
  expect([done, wasKilled]).toEqual([steps.length, false]);
  const blows = blowsIn(log);
  expect(blows.length).toBeGreaterThan(50);
  let struck = 0;
  for (const blow of drawn(blows, most)) {
    const { library } = await freshTry(ground);
    const end = await goThrough(striking(blow), library, false);
    if (end.wasKilled) struck += 1;
    await goesOn(library, end.done, [before, ...states]).catch((error: unknown) => {
      throw new Error(`${blow.call}, number ${blow.nth}, after ${end.done} steps`, { cause: error });
    });
  }
  process.stdout.write(`${JSON.stringify({ engineSystemCalls: blows.length, killedAt: struck })}\n`);
  expect(struck).toBeGreaterThan(0);
});
