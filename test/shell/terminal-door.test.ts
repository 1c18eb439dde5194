// The terminal beside the app: its commands go through a door that only this user can open, to the library that the app has
// open; where there is no door, or nobody behind it, they do without. What speaks to the door may be hostile.

import { randomBytes } from 'node:crypto';
import { chmod, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readNote } from '../../main/adapters/door/door-place.ts';
import { greetHost } from '../../main/adapters/door/greeting.ts';
import { knock } from '../../main/adapters/door/knock.ts';
import { linesOf, type Lines } from '../../main/adapters/door/lines.ts';
import { createTerminalDoor, type TerminalDoor } from '../../main/shell/terminal-door.ts';
import { engineCallNames } from '../../preload/contract/call-names.ts';
import type { Result } from '../../preload/contract/result.ts';
import { offprintAt, type Offprint } from '../cli/offprint.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../engine/harness.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
let offprint: Offprint;
let app: TestEngine;
let id: string;
let door: TerminalDoor;
const log = { write: () => undefined };
const engine = { call: (name: never, request: unknown, signal?: AbortSignal) => app.ask(name, request as never, signal) };

beforeAll(async () => {
  folder = await temporaryFolder();
  env = { XDG_STATE_HOME: join(folder, 'state') };
  offprint = offprintAt(folder);
  app = await openTestEngine({ library: offprint.library });
  const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);
  await writeFile(join(folder, 'mill.md'), `# The mill\n\n${words}\n`);
  await writeFile(join(folder, 'moon.md'), `# The moon\n\n${words}\n`);
  const [report] = await app.call('save', { inputs: [join(folder, 'mill.md')], tags: [], mode: 'static', base: null });
  id = report?.id ?? '';
}, 60_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => door.close());

async function openDoor(call: typeof engine.call = engine.call): Promise<void> {
  door = createTerminalDoor({ call: call as never }, log, env);
  await door.moveTo(offprint.library);
}

const run = (...words: readonly string[]) => offprint.run([...words, '--json'], { env: { XDG_STATE_HOME: join(folder, 'state') } });

it('commands change the library that the app has open, and both see the same', { timeout: 120_000 }, async () => {
  await openDoor();
  expect(await run('tag', id, '+Sea')).toMatchObject({ code: 0, json: [{ id, tags: ['Sea'] }] });
  const added = await run('add', 'moon.md');
  expect(added).toMatchObject({ code: 0, json: [{ status: 'saved', title: 'The moon' }] });
  expect((await app.call('article', { id })).tags).toEqual(['Sea']);
  expect((await app.call('counts', {})).all).toBe(2);
  expect((await run('verify')).json[0]).toMatchObject({ ok: true });
});

it('without a door a command is told that the library is open elsewhere, or only reads', { timeout: 120_000 }, async () => {
  await openDoor();
  await door.close();
  expect(await run('tag', id, '+Sky')).toMatchObject({ code: 1, json: [{ error: { kind: 'locked' } }] });
  expect(await run('list')).toMatchObject({ code: 0 });
});

it('behind a door at which nobody answers it is the same', { timeout: 120_000 }, async () => {
  await openDoor(() => new Promise(() => undefined));
  expect(await knock(offprint.library, env, { firstMs: 200 })).toBeNull();
  expect(await run('list')).toMatchObject({ code: 0 });
  await door.close();
  // A killed app leaves its note and its socket.
  await openDoor();
  const note = await readNote(offprint.library, env);
  const path = join(folder, 'state', 'offprint', 'doors', (await readdir(join(folder, 'state', 'offprint', 'doors'))).find((name) => name.endsWith('.json')) ?? '');
  const left = await readFile(path);
  await door.close();
  await writeFile(path, left, { mode: 0o600 });
  expect(await readNote(offprint.library, env)).toEqual(note);
  expect(await knock(offprint.library, env)).toBeNull();
});

it('an app that goes away or hangs in the middle is told of', async () => {
  const hangs = (name: string) => (name === 'article' ? new Promise(() => undefined) : app.ask(name as never, {} as never));
  const { signal } = new AbortController();
  await openDoor(hangs as never);
  const inApp = await knock(offprint.library, env);
  const asked = inApp?.calls.article({ id }, { signal });
  await door.close();
  expect(await asked).toMatchObject({ ok: false, failure: { kind: 'timed-out', about: 'Offprint' } });
  // Neither does it answer whether it is there.
  let answers = 0;
  await openDoor(((name: string) => (name === 'library' && ++answers === 1 ? app.ask('library', {}) : new Promise(() => undefined))) as never);
  const hung = await knock(offprint.library, env, { aliveEveryMs: 20, aliveMs: 50 });
  expect(await hung?.calls.article({ id }, { signal })).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
});

it('what a command cancels is cancelled in the app', async () => {
  const cancelled = Promise.withResolvers<boolean>();
  await openDoor(((name: string, _: unknown, signal: AbortSignal) => {
    if (name !== 'verify') return app.ask(name as never, {} as never);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(cancelled.resolve(true))));
  }) as never);
  const inApp = await knock(offprint.library, env);
  const cancelling = new AbortController();
  void inApp?.calls.verify({}, { signal: cancelling.signal });
  cancelling.abort();
  expect(await cancelled.promise).toBe(true);
  inApp?.close();
});

it.skipIf(process.platform === 'win32')('only this user can enter, and a note that others can read is not believed', async () => {
  await openDoor();
  const place = join(folder, 'state', 'offprint', 'doors');
  expect((await stat(place)).mode & 0o777).toBe(0o700);
  const note = (await readdir(place)).find((name) => name.endsWith('.json')) ?? '';
  expect((await stat(join(place, note))).mode & 0o777).toBe(0o600);
  await chmod(join(place, note), 0o644);
  expect(await readNote(offprint.library, env)).toBeNull();
  await chmod(join(place, note), 0o600);
  await chmod(place, 0o755);
  expect(await readNote(offprint.library, env)).toBeNull();
});

it('who does not know the secret learns nothing, on either side', async () => {
  await openDoor();
  const note = await readNote(offprint.library, env);
  if (note === null) throw new Error('no note');
  const guest = linesOf(connect(note.socket), 4096);
  expect(await greetHost(guest, '0'.repeat(64))).toBe(false);
  guest.end();
  // A host that is another's: the command turns away, and has not shown what it knows.
  const heard: string[] = [];
  const other = createServer((socket) => {
    socket.on('data', (chunk) => heard.push(chunk.toString()));
    socket.write(`${JSON.stringify({ shows: '1'.repeat(64), asks: '2'.repeat(64) })}\n`);
  });
  const elsewhere = join(folder, 'other.sock');
  await new Promise<void>((resolve) => void other.listen(elsewhere, resolve));
  const misled = linesOf(connect(elsewhere), 4096);
  expect(await greetHost(misled, note.secret)).toBe(false);
  misled.end();
  expect(heard.join('')).not.toContain('shows');
  await new Promise((resolve) => other.close(resolve));
});

/** Sends a value through a door, greeted or not, and gives what comes back until the line ends or answers. */
async function said(greeted: boolean, value: unknown): Promise<unknown> {
  const note = await readNote(offprint.library, env);
  const socket = connect(note?.socket ?? '');
  const lines: Lines = linesOf(socket, 1 << 20);
  if (greeted) await greetHost(lines, note?.secret ?? '');
  if (typeof value === 'string' || value instanceof Uint8Array) socket.write(value);
  else lines.send(value);
  const answer = await lines.next();
  lines.end();
  return answer;
}

const ask = (name: string, request: unknown) => ({ kind: 'ask', id: 1, name: 'call', request: { name, request } });
const hostile: readonly (readonly [string, boolean, unknown])[] = [
  ['no JSON', false, '}{\n'],
  ['noise', false, randomBytes(3000)],
  ['more than a greeting may have', false, 'a'.repeat(100_000)],
  ['a call before the greeting', false, ask('library', {})],
  ['a wrong greeting', false, { asks: 'x' }],
  ['null', true, null],
  ['an array', true, []],
  ['no kind', true, { id: 1 }],
  ['an unknown kind', true, { kind: 'run', id: 1 }],
  ['an id that is none', true, { kind: 'ask', id: '1', name: 'call', request: {} }],
  ['a message with more than it has', true, { ...ask('library', {}), more: 1 }],
];

it('what is no message ends the line', async () => {
  await openDoor();
  for (const [name, greeted, value] of hostile) expect([name, await said(greeted, value)]).toEqual([name, undefined]);
  expect(await said(true, ask('library', {}))).toMatchObject({ kind: 'answer', value: { ok: true } });
});

const refused: readonly (readonly [string, unknown])[] = [
  ['openExternal', { url: 'https://example.org/' }],
  ['setSettings', { change: {} }],
  ['constructor', {}],
  ['__proto__', {}],
  ['toString', {}],
  ['delete', { ids: '../../etc' }],
  ['delete', { ids: [{ toString: 1 }] }],
  ['article', null],
  ['article', { id: 1 }],
  ['article', { id: 'one', extra: true }],
  ['find', { query: 'x'.repeat(100_000), place: 'nowhere', tag: null, sort: 'newest', offset: 0, limit: 1, typing: false }],
  ['mend', { ids: null, from: 'a\0b' }],
];

it('what is not in the table of the engine, or not as it says, is refused', async () => {
  await openDoor();
  for (const [name, request] of refused) {
    const answer = (await said(true, ask(name, request))) as { value?: unknown };
    expect([name, answer]).toMatchObject([name, { kind: 'answer', value: { ok: false, failure: { kind: 'bad-input' } } }]);
  }
  for (const request of [null, 'call', { name: 1 }, {}]) {
    expect(await said(true, { kind: 'ask', id: 1, name: 'call', request })).toMatchObject({ id: 1 });
  }
  expect(await said(true, { kind: 'ask', id: 1, name: 'constructor', request: {} })).toMatchObject({ kind: 'error', id: 1 });
  expect(({} as Record<string, unknown>)['extra']).toBeUndefined();
});

/** As whole requests, and as each of their fields. */
const odd: readonly unknown[] = [
  null, true, -1, 1e300, '', '\0', '../../../etc/passwd', '\ud800', 'x'.repeat(70_000), [[[[[[]]]]]], { length: 1e9 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];
const fields = [
  'id', 'ids', 'path', 'query', 'place', 'tag', 'inputs', 'tags', 'mode', 'base', 'captureId', 'urls', 'from', 'to', 'jobId', 'draft', 'markId', 'mark', 'quote', 'which', 'format',
  'text', 'limit', 'offset', 'sort', 'typing', 'add', 'remove', 'print', 'input',
];

it('no argument, however odd, is a bug or leaves a trace', { timeout: 120_000 }, async () => {
  await openDoor();
  const inApp = await knock(offprint.library, env);
  const { signal } = new AbortController();
  const bugs: unknown[] = [];
  for (const name of engineCallNames) {
    const call = inApp?.calls[name] as (request: unknown, context: { signal: AbortSignal }) => Promise<Result<unknown>>;
    for (const value of odd) {
      for (const request of [value, Object.fromEntries(fields.map((field) => [field, value]))]) {
        const answer = await call(request, { signal });
        if (answer.ok || answer.failure.kind !== 'bad-input') bugs.push([name, value, answer]);
      }
    }
  }
  expect(bugs).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((await app.call('verify', {})).damaged).toEqual([]);
  inApp?.close();
});
