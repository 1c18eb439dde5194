// The engine's text of a view is the DOM's, unit for unit: positions of marks count in it on both sides.

import { afterAll, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { viewText } from '../../../main/engine/marks/view-text.ts';
import { chineseBody, readerPage } from '../publish/sample-article.ts';

const host = createPipeHost();
const browser = createChromiumBrowser(host);
afterAll(() => host.close());

/** The walk that the window does, in the words of the DOM. */
const domText = `(() => {
  const skipped = new Set(['script', 'style', 'noscript', 'template', 'title', 'head']);
  const texts = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) texts.push(child.data);
      else if (child.nodeType === 1 && !skipped.has(child.localName)) walk(child);
    }
  };
  walk(document.body);
  return texts.join('');
})()`;

const pages: readonly [string, string][] = [
  ['a reader page', readerPage(chineseBody)],
  ['a noscript in the head', '<!doctype html><head><noscript><p>so </p></noscript><title>t</title></head><body>yes</body>'],
  ['a noscript in the body', '<!doctype html><body>a<noscript><img src=x>no<p>no</p></noscript>b</body>'],
  ['line ends of Windows, tabs and a null', '<!doctype html><body><p>a\r\nb\tc\r</p>\r\n<pre>\r\n x\r\n</pre>\u0000</body>'],
  ['references', '<!doctype html><body>&amp;&nbsp;&#x1F600;&#128;&notin;&notit;&lt&copy2</body>'],
  ['text out of place in a table', '<!doctype html><table>out<tr><td>in</td></tr>of</table>'],
  ['elements left open', '<!doctype html><p>one<p>two<b>three<p>four</b>five<li>six'],
  ['a drawing and a formula', '<!doctype html><svg><title>no</title><text>label</text><foreignObject><p>f</p></foreignObject></svg><math><mi>x</mi></math>'],
  ['templates and scripts', '<!doctype html>a<template><p>no</p></template><script>no</script><style>no</style>b'],
  ['a select, a text area, a button', '<!doctype html><select><option>one<option>two</select><textarea>\nthree</textarea><button>four</button>'],
  ['text after the end', '<!doctype html><html><body>a</body></html> b <!-- c --> d'],
  ['no doctype, a comment, ruby', '<!-- x --><p>a<!-- no -->b<ruby>漢<rp>(<rt>かん<rp>)</ruby>'],
  ['emoji, joiners, combining marks, right to left', '<!doctype html><p>👩‍🚀 e\u0301 שלום \u200f</p>'],
];

it.each(pages)('%s', async (_name, html) => {
  const opened = await browser.openSealed({
    path: 'page.html',
    read: () => Promise.resolve({ bytes: Buffer.from(html), type: 'text/html; charset=utf-8' }),
    width: 800,
    height: 600,
    signal: AbortSignal.timeout(30_000),
  });
  if (!opened.ok) throw new Error(`${opened.failure.kind} ${opened.failure.detail}`);
  expect(viewText(html)).toBe(await opened.value.evaluate<string>(domText));
  await opened.value.close();
}, 40_000);
