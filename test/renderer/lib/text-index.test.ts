// In a real Chromium: text nodes, ranges and points behave there as in the window.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from '../preview/look.ts';

let page: Page;

/** The two files as one script: nothing else is needed to run them in a page. */
function source(): string {
  const files = ['../../../preload/contract/view-text.ts', '../../../renderer/lib/text-index.ts'];
  const texts = files.map((file) => stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8')));
  return texts.join('\n').replaceAll(/^import .*$/gm, '').replaceAll(/^export /gm, '');
}

const body = `<h1>标题 one</h1><script>var no = 1</script><p>A <b>bold</b> 😀 word<br>and <noscript>none</noscript>more.</p>
<style>p { color: red }</style><figure><img alt="no text"><figcaption>灰色的说明</figcaption></figure><template><p>no</p></template>`;

beforeAll(async () => {
  page = await openBrowser();
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}; (0, eval)(${JSON.stringify(source())}); globalThis.index = indexText(document); null`);
}, 60_000);

afterAll(() => page.close());

describe('the text of a view and its ranges', () => {
  test('is every text node under body but those of script, style, noscript and template', async () => {
    expect(await page.evaluate('index.text')).toBe('标题 oneA bold 😀 wordand more.\n灰色的说明');
  });

  test('every stretch of the text is the range of exactly these characters', async () => {
    const wrong = await page.evaluate(`(() => {
      const wrong = [];
      for (let start = 0; start < index.text.length; start += 1) {
        for (let end = start + 1; end <= index.text.length; end += 1) {
          const range = rangeOf(index, start, end);
          const back = offsetAt(index, range.startContainer, range.startOffset) === start && offsetAt(index, range.endContainer, range.endOffset) === end;
          if (!back) wrong.push([start, end]);
        }
      }
      return wrong;
    })()`);
    expect(wrong).toEqual([]);
  });

  test('a range is drawn on the nodes that hold the words', async () => {
    expect(await page.evaluate(`rangeOf(index, index.text.indexOf('bold'), index.text.indexOf('word')).toString()`)).toBe('bold 😀 ');
  });

  test('a selection that ends in elements counts the text between', async () => {
    const offsets = `(() => { const range = document.createRange(); range.setStart(document.querySelector('figure'), 0);
      range.setEnd(document.body, document.body.childNodes.length); return offsetsOf(index, range); })()`;
    const text = (await page.evaluate('index.text')) as string;
    expect(await page.evaluate(offsets)).toEqual({ start: text.indexOf('灰'), end: text.length });
  });

  test('white space at the ends of a selection is no part of it, and white space alone is nothing', async () => {
    const select = (from: string, to: string) => `(() => { const t = index.text; const range = rangeOf(index, t.indexOf(${JSON.stringify(from)}), t.indexOf(${JSON.stringify(to)})); return offsetsOf(index, range); })()`;
    const text = (await page.evaluate('index.text')) as string;
    expect(await page.evaluate(select(' bold', '😀'))).toEqual({ start: text.indexOf('bold'), end: text.indexOf('bold') + 4 });
    expect(await page.evaluate(select('\n灰', '灰'))).toBeNull();
  });

  test('a stretch that the text does not have has no range', async () => {
    expect(await page.evaluate('[rangeOf(index, 0, 9999), rangeOf(index, 5, 5), rangeOf(index, -1, 2)]')).toEqual([null, null, null]);
  });

  test('nothing of this changes the document', async () => {
    expect(await page.evaluate('document.body.innerHTML')).toBe(body);
  });
});
