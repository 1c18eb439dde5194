// Words of strangers that are markup, as title, byline, site, tag, mark and note, through every way out: the reader view, HTML,
// Markdown and PDF. Opened in a Chromium without any policy they run nothing and load nothing. In the window: test/app/flows/hostile-text.test.ts.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { marked } from 'marked';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createChromiumBrowser } from '../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../main/adapters/chromium/pipe-host.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../engine/harness.ts';
import type { Site } from '../site/site.ts';
import { openHostileBrowser } from './browser/hostile-browser.ts';
import { serveFrames, startCanary } from './browser/serve-frames.ts';
import { hostileTexts } from './payloads/texts.ts';

const host = createPipeHost();
let canary: Site;
let app: TestEngine;
let folder = '';
let texts: readonly string[] = [];
let ids: readonly string[] = [];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

beforeAll(async () => {
  canary = await startCanary();
  texts = hostileTexts(canary.origin);
  folder = await temporaryFolder();
  app = await openTestEngine({ browser: createChromiumBrowser(host) });
  const inputs = texts.map((_, number) => join(folder, `${number}.md`));
  for (const [number, text] of texts.entries()) {
    const fields = { title: text, subtitle: text, author: text, site: text, categories: [text.slice(0, 190)], source: `https://a.test/${number}` };
    const body = `<p>Number ${number} begins so. ${escaped(text)} ${'Words that somebody wrote, and somebody may want to read. '.repeat(6)}</p>`;
    await writeFile(inputs[number] ?? '', `---\n${stringify(fields)}---\n\n${body}\n`);
  }
  const reports = await app.call('save', { inputs, tags: [], mode: 'static', base: null });
  ids = reports.flatMap(({ id }) => id ?? []);
  expect(ids).toHaveLength(texts.length);
  for (const [number, id] of ids.entries()) {
    await app.call('quoteMark', { id, quote: `Number ${number} begins so.`, prefix: '', suffix: '', note: texts[number] ?? '', color: 'yellow' });
    await app.call('setTags', { ids: [id], add: [(texts[number] ?? '').slice(0, 150)], remove: [] });
  }
}, 120_000);

afterAll(async () => {
  await app.close();
  await host.close();
  await canary.close();
});

async function exported(format: 'html' | 'markdown'): Promise<string[]> {
  const path = join(folder, format);
  await mkdir(path, { recursive: true });
  const reports = await app.call('export', { ids: [...ids], format, path });
  return Promise.all(reports.map(async (report) => readFile(report.path ?? '', 'utf8')));
}

/** Opens the pages without any policy, provokes them, and says what came of it. */
async function open(pages: readonly string[]): Promise<object> {
  const free = pages.map((html, number) => ({ number, html: html.replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '') }));
  const heard = canary.connections;
  await using site = await serveFrames(free);
  await using browser = await openHostileBrowser();
  const { ran } = await browser.visit(site.framesUrl(free.map(({ number }) => number)), { mayLeave: false, print: true });
  return { ran, requests: canary.requests.map(({ path }) => path), connections: canary.connections - heard };
}

const nothing = { ran: [], requests: [], connections: 0 };

it('are text in the reader view', async () => {
  const pages = await Promise.all(
    ids.map(async (id) => {
      const { captures } = await app.call('article', { id });
      return readFile(join(app.library, captures[0]?.reader ?? ''), 'utf8');
    }),
  );
  expect(await open(pages)).toEqual(nothing);
}, 60_000);

it('are text in an HTML file', async () => {
  expect(await open(await exported('html'))).toEqual(nothing);
}, 60_000);

it('are text in Markdown, for a reader that lets HTML through', async () => {
  const files = await exported('markdown');
  const bodies = files.map((file) => file.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const pages = bodies.map((body) => marked.parse(body, { async: false, gfm: true }));
  expect(await open(pages.map((html) => `<!doctype html>${html}`))).toEqual(nothing);
}, 60_000);

it('and are read again as what they were', async () => {
  const reports = await app.call('export', { ids: [...ids], format: 'markdown', path: join(folder, 'again') });
  for (const [number, { id, path }] of reports.entries()) {
    const { title, byline, site } = await app.call('article', { id });
    expect(await app.call('extract', { input: path ?? '', base: null }), texts[number] ?? '').toMatchObject({ title, byline, site });
  }
}, 60_000);

it('are text in a PDF, which has nothing that acts', async () => {
  const path = join(folder, 'book.pdf');
  await app.call('export', { ids: ids.slice(0, 1), format: 'pdf', path });
  const bytes = await readFile(path);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(pdf.getTitle()).toBe(texts[0]);
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object.toString()).join('\n');
  expect(objects).not.toMatch(/\/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|OpenAction|AA|RichMedia)\b/);
  expect(objects.match(/\/URI \((?!https?:)[^)]*/g) ?? []).toEqual([]);
  expect(canary.requests).toEqual([]);
}, 120_000);

it('the same texts as markup do run and load (or this file would prove nothing)', async () => {
  const { ran, requests } = (await open(texts.map((text) => `<!doctype html><body>${text}`))) as { ran: number[]; requests: string[] };
  expect(ran.length).toBeGreaterThan(6);
  expect(requests.length).toBeGreaterThan(6);
}, 60_000);
