// `offprint backup`: a copy that is a library, made again in part only, and never worse than it was.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawPng } from '../demo/draw.ts';
import { startSite } from '../site/site.ts';
import { offprintIn } from './offprint.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);

it('makes a library that opens, copies only what is new the next time, and follows what went into the trash', { timeout: 120_000 }, async () => {
  await using site = Object.assign(await startSite(), { [Symbol.asyncDispose]: () => site.close() });
  site.put('/one.png', drawPng(1, 40, 30));
  for (const name of ['mill', 'moon']) site.put(`/${name}.html`, `<html lang="en"><head><title>The ${name}</title></head><body><article><h1>The ${name}</h1><p>${words}</p><img src="/one.png"><p>${words}</p></article></body></html>`);
  const offprint = offprintIn();
  const to = join(offprint.folder, 'backup');
  const backUp = async (): Promise<Record<string, unknown>> => ({ ...(await offprint.run(['backup', '--to', to, '--json'])).json[0] });
  const [mill] = (await offprint.run(['add', site.url('/mill.html'), '--json'])).json;
  // Library, article and marks, four files of the capture, one picture.
  expect(await backUp()).toMatchObject({ articles: 1, copied: 8, unchanged: 0, damaged: [] });
  expect(await backUp()).toMatchObject({ articles: 1, copied: 0, unchanged: 8 });

  const [moon] = (await offprint.run(['add', site.url('/moon.html'), '--json'])).json;
  const id = String(mill?.['id']);
  await offprint.run(['annotate', id, '--quote', 'the creek narrows']);
  await offprint.run(['delete', id]);
  // The other's six files, and what was changed of the first: its document and its marks.
  expect(await backUp()).toMatchObject({ articles: 2, copied: 8, damaged: [] });
  const copy = { env: { OFFPRINT_LIBRARY: to } };
  expect((await offprint.run(['verify', '--json'], copy)).json[0]).toMatchObject({ ok: true, damaged: [] });
  expect((await offprint.run(['list', '--json'], copy)).json[1]).toMatchObject({ id: moon?.['id'] });
  expect((await offprint.run(['restore', id, '--json'], copy)).code).toBe(0);
  expect((await offprint.run(['annotations', id, '--json'], copy)).stdout).toContain('the creek narrows');
});

it('does not copy what is damaged over what is whole', { timeout: 60_000 }, async () => {
  await using site = Object.assign(await startSite(), { [Symbol.asyncDispose]: () => site.close() });
  site.put('/one.png', drawPng(1, 40, 30));
  site.put('/mill.html', `<html><head><title>The mill</title></head><body><article><h1>The mill</h1><p>${words}</p><img src="/one.png"></article></body></html>`);
  const offprint = offprintIn();
  const to = join(offprint.folder, 'backup');
  await offprint.run(['add', site.url('/mill.html')]);
  await offprint.run(['backup', '--to', to]);
  const blobs = await readdir(join(offprint.library, 'blobs'), { recursive: true });
  const picture = join('blobs', blobs.find((name) => name.endsWith('.png')) ?? 'none');
  await writeFile(join(offprint.library, picture), 'bits that rotted');
  const second = await offprint.run(['backup', '--to', to, '--json']);
  expect(second.code).toBe(1);
  expect(second.json[0]).toMatchObject({ damaged: [picture.replaceAll('\\', '/')] });
  expect((await readFile(join(to, picture))).subarray(1, 4).toString()).toBe('PNG');
});

it('keeps out of other folders, and says why', { timeout: 60_000 }, async () => {
  const offprint = offprintIn();
  const note = join(offprint.folder, 'note.md');
  await writeFile(note, `---\ntitle: A note\n---\n\n${words}\n`);
  await offprint.run(['add', note]);
  const other = join(offprint.folder, 'other');
  await mkdir(other);
  await writeFile(join(other, 'thesis.doc'), 'x');
  for (const to of [other, join(offprint.library, 'backup'), offprint.folder]) {
    const ended = await offprint.run(['backup', '--to', to, '--json']);
    expect(ended.code, to).toBe(1);
    expect(ended.stderr).toMatch(/backup|other things/);
  }
  expect(await readdir(other)).toEqual(['thesis.doc']);
  expect((await offprint.run(['backup'])).code).toBe(2);
});
