// In a real Chromium: the outline of a page, what its references to notes say, which pictures are worth a closer look.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from '../preview/look.ts';

let page: Page;

/** The files as one script: nothing else is needed to run them in a page. */
function source(): string {
  const files = ['preload/contract/view-text', 'renderer/lib/text-index', 'renderer/lib/text-blocks', 'renderer/lib/outline', 'renderer/lib/footnotes', 'renderer/lib/shown-pictures'];
  const texts = files.map((file) => stripTypeScriptTypes(readFileSync(new URL(`../../../${file}.ts`, import.meta.url), 'utf8')));
  // Constants of two files may have one name.
  const scoped = texts.map((text) => `{ ${text.replaceAll(/^import .*$/gm, '').replaceAll(/^export function (\w+)/gm, (_, name: string) => `globalThis.${name} = ${name}; function ${name}`).replaceAll(/^export /gm, '')} }`);
  return scoped.join('\n');
}

const show = (body: string): Promise<unknown> => page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}; null`);

beforeAll(async () => {
  page = await openBrowser();
  await page.evaluate(`(0, eval)(${JSON.stringify(source())}); null`);
}, 60_000);

afterAll(() => page.close());

describe('the outline', () => {
  const outline = (): Promise<unknown> => page.evaluate('outlineOf(indexText(document)).map(({ depth, text }) => `${depth} ${text}`)');

  test('has the headings in their order and depth, without the title of the article', async () => {
    await show('<article class="offprint"><header><h1>Title</h1></header><p>Words</p><h2>One <em>and</em>\n a half</h2><h4>Deep</h4><p>x</p><h2>Two</h2></article>');
    expect(await outline()).toEqual(['0 One and a half', '1 Deep', '0 Two']);
  });

  test('has nothing of a page without headings, and no empty ones', async () => {
    await show('<p>Words</p><h2> </h2><h2><img alt="x"></h2>');
    expect(await outline()).toEqual([]);
  });
});

describe('a reference to a note', () => {
  const said = (): Promise<unknown> => page.evaluate('footnoteOf(document.querySelector("a"), document)?.runs ?? null');
  const notes = '<ol><li id="n1"><p>The <a href="https://oil.example/">oil</a> came by sea. <a href="#r1">↩</a></p></li></ol>';

  test.each(['1', '[1]', '（1）', '*', '†', 'a', 'iv', '注1', '①'])('written as %s says its words, with their links, without the way back', async (mark) => {
    await show(`<p>Burnt.<sup id="r1"><a href="#n1">${mark}</a></sup></p>${notes}`);
    expect(await said()).toEqual([{ text: 'The ', href: null }, { text: 'oil', href: 'https://oil.example/' }, { text: ' came by sea.', href: null }]);
  });

  test('written in words is one where it is called so', async () => {
    await show(`<p><a role="doc-noteref" href="#n1">see the note</a></p>${notes}`);
    expect(await said()).toHaveLength(3);
  });

  test.each([
    ['a link to a section', `<p><a href="#n1">Notes</a></p>${notes}`],
    ['a number that leads to a heading', '<p><a href="#h">2</a></p><h2 id="h">Part two</h2>'],
    ['the way back', '<p id="back">Words.</p><ol><li><a href="#back">1</a> A note</li></ol>'],
    ['a link to nothing', '<p><a href="#gone">1</a></p>'],
    ['a link on the web', '<p><a href="https://example.org/#n1">1</a></p>'],
    ['a name that cannot be decoded', '<p><a href="#%E0%A4%A">1</a></p>'],
    ['a note that is a whole chapter', `<p><a href="#n">1</a></p><div id="n">${'Long words. '.repeat(600)}</div>`],
  ])('%s is none', async (_name, body) => {
    await show(body);
    expect(await said()).toBeNull();
  });
});

test('pictures that are large enough are looked at, with their captions', async () => {
  const drawn = (width: number, height: number): string => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;
  await show(`<figure><img src="${drawn(300, 200)}" alt="A lamp"><figcaption>The lamp,\n  lit</figcaption></figure><img src="${drawn(16, 16)}"><img src="${drawn(400, 90)}" alt="">`);
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode())).then(() => null)');
  const pictures = await page.evaluate('picturesOf(document).map(describeShown).map(({ width, height, alt, caption }) => ({ width, height, alt, caption }))');
  expect(pictures).toEqual([{ width: 300, height: 200, alt: 'A lamp', caption: 'The lamp, lit' }, { width: 400, height: 90, alt: '', caption: '' }]);
});
