// A PDF brings its article back: with every file, mark and fact of it; and what is in a PDF is not believed.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { bundleName } from '../../../main/engine/model/bundle.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';
import { drawPng } from '../publish/sample-article.ts';

const host = createPipeHost();
let folder: string;
let from: TestEngine;
let id: string;
let pdf: string;

const article = `---
title: 'The ferry: a history'
author: Ann Ferrier
date: 2021-12-08
categories: [Sea, History]
source: https://example.org/ferry
---

The ferry left at dawn, and nobody was on the quay to see it go.

![A grey harbour](harbour.png)

*The harbour in the morning.*

It came back at night, with all its lamps lit, and the quay was full of people who had waited since the afternoon.
`;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder, 'harbour.png'), drawPng(320, 200, [120, 170, 210]));
  await writeFile(join(folder, 'ferry.md'), article);
  from = await openTestEngine({ browser: createChromiumBrowser(host) });
  const [report] = await from.call('save', saving(join(folder, 'ferry.md')));
  id = report?.id ?? '';
  await from.call('quoteMark', { id, quote: 'nobody was on the quay', prefix: '', suffix: '', note: 'Why?', color: 'green' });
  await from.call('setState', { ids: [id], starred: true });
  pdf = join(folder, 'ferry.pdf');
  const [written] = await from.call('export', { ids: [id], format: 'pdf', path: pdf });
  expect(written?.failure).toBeNull();
}, 90_000);

afterAll(async () => {
  await from.close();
  await host.close();
});

function saving(...inputs: string[]) {
  return { inputs, tags: [], mode: 'auto', base: null } as const;
}

it('comes back whole into another library', async () => {
  await using to = await openTestEngine();
  const [report] = await to.call('save', saving(pdf));
  expect(report).toMatchObject({ status: 'saved', id, title: 'The ferry: a history', images: { found: 1, saved: 1 } });
  // The index says when it was looked at; all else is the same, to the byte.
  expect(await filesOf(join(to.library, 'articles'))).toEqual(await filesOf(join(from.library, 'articles')));
  expect(await filesOf(join(to.library, 'blobs'))).toEqual(await filesOf(join(from.library, 'blobs')));
  expect(await to.call('marks', { id })).toEqual(await from.call('marks', { id }));
  expect(await to.call('find', { query: 'lamps is:starred', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 5, typing: false })).toMatchObject({ total: 1 });
  expect((await to.call('verify', {})).damaged).toEqual([]);
}, 60_000);

it('is known where it is, and brings the marks that are not', async () => {
  const [mark] = await from.call('marks', { id });
  await from.call('removeMark', { id, markId: mark?.id ?? '' });
  expect(await from.call('save', saving(pdf))).toMatchObject([{ status: 'known', id }]);
  expect(await from.call('marks', { id })).toEqual([mark]);
  await from.call('delete', { ids: [id] });
  expect(await from.call('save', saving(pdf))).toMatchObject([{ status: 'known', id }]);
  expect(await from.call('counts', {})).toMatchObject({ all: 1, trash: 0 });
}, 60_000);

it('gives its marks to the same article that was saved anew', async () => {
  await using to = await openTestEngine();
  const [anew] = await to.call('save', saving(join(folder, 'ferry.md')));
  expect(await to.call('save', saving(pdf))).toMatchObject([{ status: 'known', id: anew?.id }]);
  expect(await to.call('marks', { id: anew?.id ?? '' })).toHaveLength(1);
}, 60_000);

it('says that there is no article in other PDFs, and in what is none', async () => {
  await using to = await openTestEngine();
  const foreign = await PDFDocument.create();
  foreign.addPage();
  const inputs = { 'foreign.pdf': await foreign.save(), 'text.pdf': Buffer.from('not a PDF'), 'cut.pdf': (await readFile(pdf)).subarray(0, 4000), 'empty.pdf': Buffer.alloc(0) };
  for (const [name, bytes] of Object.entries(inputs)) await writeFile(join(folder, name), bytes);
  const reports = await to.call('save', saving(...Object.keys(inputs).map((name) => join(folder, name)), join(folder, 'none.pdf')));
  expect(reports.map(({ failure }) => failure?.kind)).toEqual(['not-an-article', 'not-an-article', 'not-an-article', 'not-an-article', 'not-found']);
  expect(await readdir(join(to.library, 'articles')).catch(() => [])).toEqual([]);
}, 60_000);

it('lets nothing in that is not what it says', async () => {
  await using to = await openTestEngine();
  const png = drawPng(8, 8, [1, 2, 3]);
  const name = createHash('sha256').update(png).digest('hex');
  const good = `blobs/${name.slice(0, 2)}/${name}.png`;
  const lie = `blobs/ab/${'ab'.padEnd(64, '0')}.png`;
  const files = await bundle(good, lie, png);
  const document = await PDFDocument.create();
  document.addPage();
  await document.attach(zipSync(files), bundleName);
  await writeFile(join(folder, 'hostile.pdf'), await document.save());
  const [report] = await to.call('save', saving(join(folder, 'hostile.pdf')));
  expect(report).toMatchObject({ status: 'partial', images: { missing: [{ reason: 'not-attached' }] } });
  const stored = await filesOf(to.library);
  expect([...stored.keys()].filter((path) => path.startsWith('blobs/'))).toEqual([good]);
  expect([...stored.keys()].some((path) => path.includes('evil'))).toBe(false);
  for (const [path, content] of stored) if (path.endsWith('reader.html') || path.endsWith('original.html')) expect(content).not.toMatch(/<script|onerror|evil\.example/);
}, 60_000);

/** The article of the first library with scripts in its pages, a blob that lies, and files that lead elsewhere. */
async function bundle(good: string, lie: string, png: Uint8Array): Promise<Record<string, Uint8Array>> {
  const stored = await filesOf(join(from.library, 'articles'));
  const files: Record<string, Uint8Array> = { '../evil.txt': png, 'articles/evil.js': png, [good]: png, [lie]: png, [good.replace('.png', '.html')]: png };
  for (const [path, content] of stored) {
    let text = content;
    if (path.endsWith('.html')) text = content.replace('<p>', '<script>alert(1)</script><img src="x" onerror="alert(2)"><link rel="stylesheet" href="https://evil.example/x.css"><p>');
    if (path.endsWith('manifest.json')) {
      const manifest = JSON.parse(content) as { resources: { path: string | null }[] };
      const [first] = manifest.resources;
      manifest.resources = [{ ...first, path: lie }, { ...first, path: good }];
      text = JSON.stringify(manifest);
    }
    files[`articles/${path}`] = path.endsWith('.zst') ? zstdCompressSync(png) : Buffer.from(text);
  }
  return files;
}

/** Content by path, as text. */
async function filesOf(root: string): Promise<Map<string, string>> {
  await mkdir(dirname(root), { recursive: true });
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  const wanted = paths.filter((path) => !path.includes('cache') && !path.endsWith('lock.json'));
  const contents = await Promise.all(wanted.map((path) => readFile(path, 'latin1')));
  return new Map(wanted.map((path, index) => [path.slice(root.length + 1), contents[index] ?? '']));
}
