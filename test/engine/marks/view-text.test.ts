// The text of a view, as the engine reads it from HTML.

import { expect, it } from 'vitest';
import { viewText } from '../../../main/engine/marks/view-text.ts';

it.each([
  ['text nodes with their white space', '<p>one</p>\n <p>two &amp; three</p>', 'one\n two & three'],
  ['no head, no title', '<head><title>no</title></head><body>yes</body>', 'yes'],
  ['no scripts, styles, noscript, templates', 'a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>f', 'af'],
  ['a title inside a drawing', 'a<svg><title>no</title><text>b</text></svg>', 'ab'],
  ['no comments', 'a<!-- no -->b', 'ab'],
  ['preformatted lines; the first break is none', '<pre>\n  a\n  b</pre>', '  a\n  b'],
  ['emoji and ideographs', '<p>😀<b>字</b></p>', '😀字'],
  // Where no script runs, a paragraph inside the head's noscript opens the body.
  ['a noscript in the head', '<head><noscript><p>so </p></noscript></head><body>yes</body>', 'so yes'],
  ['text after the body', '<body>a</body>b', 'ab'],
])('%s', (_name, html, text) => {
  expect(viewText(`<!doctype html>${html}`)).toBe(text);
});

it('a page nested deeper than the stack', () => {
  expect(viewText(`${'<div>'.repeat(12_000)}deep`)).toContain('deep');
}, 30_000);
