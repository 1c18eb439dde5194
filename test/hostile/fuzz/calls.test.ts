// Calls with hostile arguments: the checks never throw and let nothing through that is not what they say; what passes them is asked of
// a real engine, which answers a Result each time, and touches nothing outside its library and the folder that it was told to write to.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callNames, isEngineCall } from '../../../preload/contract/call-names.ts';
import type { CallName } from '../../../preload/contract/calls.ts';
import { checkRequest } from '../../../preload/contract/checks.ts';
import { defaultSettings } from '../../../preload/contract/settings.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../../engine/harness.ts';
import { createChance, isPolluted, type Chance } from './chance.ts';

const perCall = Number(process.env['OFFPRINT_FUZZ'] ?? 60);

let folder = '';
let app: TestEngine;
let id = '';
let captureId = '';
let samples: Partial<Record<CallName, object>> = {};

beforeAll(async () => {
  folder = await temporaryFolder();
  app = await openTestEngine({ library: join(folder, 'Library') });
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'a.md'), `# A page\n\n${'Words that somebody wrote, and somebody may want to read. '.repeat(12)}\n`);
  const [report] = await app.call('save', { inputs: [join(folder, 'a.md')], tags: ['One'], mode: 'static', base: null });
  id = report?.id ?? '';
  captureId = report?.captureId ?? '';
  samples = requests();
}, 60_000);

afterAll(() => app.close());

function requests(): Partial<Record<CallName, object>> {
  const question = { query: 'words', place: 'all', tag: null, typing: false };
  const draft = { captureId, view: 'reader', color: 'yellow', note: 'n', selector: [{ type: 'TextQuoteSelector', exact: 'Words', prefix: '', suffix: '' }, { type: 'TextPositionSelector', start: 0, end: 5 }] };
  const mark = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:uuid:1',
    type: 'Annotation',
    motivation: 'highlighting',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    body: [{ type: 'TextualBody', value: 'tag', purpose: 'tagging' }],
    target: { source: 'https://a.test/', selector: draft.selector, styleClass: 'yellow', 'offprint:capture': captureId, 'offprint:view': 'reader' },
  };
  const filter = { query: '', color: null, tag: null, site: null, from: null, to: null };
  return {
    find: { ...question, sort: 'newest', offset: 0, limit: 20 },
    facets: question,
    findInText: { query: 'a', typing: false, text: 'some text' },
    related: { id, limit: 5 },
    article: { id },
    text: { id, captureId: null, format: 'text' },
    save: { inputs: ['/nowhere/x.md'], tags: ['t'], mode: 'static', base: null },
    retryMissing: { id, captureId: null, urls: null },
    chooseCapture: { id, captureId },
    diff: { id, from: null, to: null },
    cancelJob: { jobId: 'j1' },
    setState: { ids: [id], read: true },
    setTags: { ids: [id], add: ['x'], remove: [] },
    marks: { id },
    addMark: { id, draft },
    quoteMark: { id, quote: 'Words', prefix: '', suffix: '', note: '', color: 'green' },
    editMark: { id, markId: 'urn:uuid:1', note: 'x', tags: ['y'] },
    removeMark: { id, markId: 'urn:uuid:1' },
    putMark: { id, mark },
    notebook: { ...filter, offset: 0, limit: 10 },
    importMarks: { text: JSON.stringify([mark]) },
    extract: { input: '/nowhere/x.md', base: null },
    setSettings: { change: { ...defaultSettings } },
    openExternal: { url: 'https://a.test/' },
  };
}

/** One place somewhere in it takes another value, or comes in addition, or goes. */
function bent(sample: unknown, chance: Chance): unknown {
  if (typeof sample !== 'object' || sample === null || chance.below(5) === 0) return chance.value();
  const names = Object.keys(sample);
  const name = names[chance.below(names.length)] ?? 'more';
  const value = (sample as Record<string, unknown>)[name];
  if (Array.isArray(sample)) return sample.map((one, index) => (String(index) === name ? bent(one, chance) : (one as unknown)));
  const way = chance.below(8);
  if (way === 0) return { ...sample, [chance.pick(['extra', '__proto__x', 'constructor', 'length'])]: chance.value() };
  if (way === 1) return Object.fromEntries(Object.entries(sample).filter(([key]) => key !== name));
  return { ...sample, [name]: bent(value, chance) };
}

/** These write or read where they are told; they are told a folder of this test. */
const placed: ReadonlySet<CallName> = new Set(['export', 'exportMarks', 'backup', 'mend', 'openLibrary', 'verify', 'reindex', 'doctor', 'recapture'] as const);

it('the checks answer for whatever comes: with what passed unchanged, or with the field that is wrong', () => {
  const chance = createChance('checks');
  for (const name of callNames) {
    for (let count = 0; count < perCall * 3; count += 1) {
      const value = count % 3 === 0 ? chance.value() : bent(samples[name] ?? { id, path: '/x' }, chance);
      const checked = checkRequest(name, value);
      // Less may come through than was sent (keys that every object has, objects of other classes), never more.
      if (checked.ok) expect(Object.getPrototypeOf(value) === Object.prototype ? value : {}).toMatchObject(checked.value);
      else expect(checked.failure).toMatchObject({ kind: 'bad-input', about: expect.stringMatching(new RegExp(`^${name}`)) as string });
    }
  }
  expect(isPolluted()).toBe(false);
});

it('what passes is answered by the engine with a Result, and nothing outside the library is touched', async () => {
  const chance = createChance('engine');
  const before = await filesIn(folder);
  let asked = 0;
  for (const name of callNames.filter((each) => isEngineCall(each) && !placed.has(each))) {
    if (!isEngineCall(name)) continue;
    for (let count = 0; count < perCall; count += 1) {
      const request = bent(samples[name] ?? {}, chance);
      const checked = checkRequest(name, request);
      if (!checked.ok) continue;
      asked += 1;
      const answer = await app.ask(name, checked.value).catch((error: unknown) => ({ thrown: String(error) }));
      expect(answer, `${name} ${JSON.stringify(request)?.slice(0, 300)}`).toHaveProperty('ok');
      if ('failure' in answer) expect(answer.failure.kind).not.toBe('bug');
    }
  }
  expect(asked).toBeGreaterThan(perCall * 2);
  expect(isPolluted()).toBe(false);
  expect(await filesIn(folder)).toEqual(before);
  expect(await readFile(join(folder, 'secret.txt'), 'utf8')).toBe('secret');
  expect(await app.call('article', { id })).toMatchObject({ id, title: 'A page' });
  expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
}, 120_000);

/** All but those of the library itself. */
async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true });
  return entries.filter((path) => !path.startsWith('Library')).toSorted();
}
