// The words of an article as plain text.

import { expect, it } from 'vitest';
import { readerPlainText } from '../../../main/engine/publish/reader-text.ts';
import { readerPage } from './sample-article.ts';

it.each([
  ['<h1>A</h1><p>b  <b>c</b>\n d</p><p>e<br>f</p>', 'A\n\nb c d\n\ne\nf\n'],
  ['<ul><li>one</li><li>two</li></ul><p>three</p>', 'one\ntwo\n\nthree\n'],
  ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>', '1\t2\n3\t4\n'],
  ['<pre>  a\n    b</pre>', '  a\n    b\n'],
  ['<script>no</script><style>no</style>yes', 'yes\n'],
])('%s', (html, text) => {
  expect(readerPlainText(readerPage(html))).toBe(text);
});
