// To a PDF by the menu, the form and the system's dialog: the file has the text and the marks, and can be shown.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { openArticle } from './reading-frame.ts';
import { desktopIt, flowMs, openingMs, openRoom, patience, type Room } from './room.ts';
import { say } from './words.ts';

declare const offprint: Bridge;

const quote = '宁浅勿深';
const note = '规矩：先看，再动手。';

let demo: Demo;
let room: Room;
let title: string;
let path: string;

beforeAll(async () => {
  demo = await openDemo(['buzhi']);
  ({ title } = demo.article('buzhi'));
  room = await openRoom();
  path = join(room.folder, '导出的文章.pdf');
  const [report] = await fill(room.page, [demo.url('buzhi')]);
  const wanted = { id: report?.id ?? '', quote, prefix: '', suffix: '', note, color: 'green' as const };
  const marked = await room.page.evaluate((request) => offprint.calls.quoteMark(request), wanted);
  expect(marked).toMatchObject({ ok: true });
  await openArticle(room.page, title);
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

desktopIt('asks in which form and where to, with the title as the name', async () => {
  const { page, desktop } = room;
  await desktop.answerDialog({ kind: 'save', paths: [path] });
  await desktop.pressMenu('File', 'Export…');
  await page.waitFor('[role=dialog]');
  await page.click('.dialog-buttons .button-primary');
  await expect.poll(async () => (await desktop.dialogs()).at(-1), patience).toMatchObject({
    kind: 'save',
    options: { defaultPath: expect.stringContaining(`${title}.pdf`) },
  });
}, flowMs);

desktopIt('says that it is written, and shows the file in its folder', async () => {
  const { page, desktop } = room;
  await page.waitFor(`text=${say('exported-toast', { name: '导出的文章.pdf', count: 1 })}`, 40_000);
  await page.click(`name=${say('show')}`);
  await expect.poll(() => desktop.handedOver(), patience).toContainEqual({ what: 'folder', value: path });
}, flowMs);

desktopIt('has the title, the author and the mark with its note', async () => {
  const pdf = await PDFDocument.load(await readFile(path), { updateMetadata: false });
  expect(pdf.getTitle()).toBe(title);
  expect(pdf.getAuthor()).toBe('顾青禾');
  const annotations = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
  const dictionaries = annotations.map((each) => pdf.context.lookup(each, PDFDict));
  const highlights = dictionaries.filter((each) => each.get(PDFName.of('Subtype')) === PDFName.of('Highlight'));
  const notes = highlights.map((each) => each.lookup(PDFName.of('Contents'), PDFString, PDFHexString).decodeText());
  expect(notes).toEqual([expect.stringContaining(note)]);
}, flowMs);

desktopIt('has text that can be searched and copied', async ({ skip }) => {
  const words = await promisify(execFile)('pdftotext', [path, '-']).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (words === null) return skip('pdftotext is not installed: the text of the PDF was not read');
  const text = words.stdout.replace(/\s+/g, '');
  expect(text).toContain(title);
  expect(text).toContain(quote);
}, flowMs);
