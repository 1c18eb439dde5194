import { describe, expect, test } from 'vitest';
import { fromHtml, readTransfer, withoutPartFolders, type Transfer } from '../../../renderer/lib/dropped.ts';

function transfer(texts: Readonly<Record<string, string>>, files: readonly File[] = []): Transfer {
  return { files, getData: (format) => texts[format] ?? '' };
}

describe('what a drop or a paste holds', () => {
  test('files come before everything else', () => {
    const file = new File(['x'], 'x.md');
    expect(readTransfer(transfer({ 'text/plain': 'https://a.example/' }, [file]))).toEqual({ kind: 'files', files: [file] });
  });

  test('a list of addresses: comments are skipped, each link counts once', () => {
    const list = '# a bookmark\r\nhttps://a.example/1\r\nhttps://a.example/2\r\nhttps://a.example/1\r\n';
    expect(readTransfer(transfer({ 'text/uri-list': list }))).toEqual({
      kind: 'links',
      links: ['https://a.example/1', 'https://a.example/2'],
    });
  });

  test('a link dragged out of Firefox has its title on the second line', () => {
    expect(readTransfer(transfer({ 'text/x-moz-url': 'https://a.example/1\nhttps is safe' }))).toEqual({
      kind: 'links',
      links: ['https://a.example/1'],
    });
  });

  test('links in dragged HTML, with entities in their addresses', () => {
    expect(fromHtml(`<p><a class="x" href="https://a.example/?a=1&amp;b=2">one</a> <A HREF='http://b.example/'>two</A></p>`)).toEqual([
      'https://a.example/?a=1&b=2',
      'http://b.example/',
    ]);
  });

  test('nothing but web links is taken', () => {
    const html = '<a href="javascript:alert(1)">x</a><a href="file:///etc/passwd">y</a><img src="https://a.example/p.png">';
    expect(readTransfer(transfer({ 'text/uri-list': 'file:///etc/passwd', 'text/html': html, 'text/plain': 'no link here' }))).toEqual({
      kind: 'nothing',
    });
  });

  test('a saved page brings its own folder of parts: the folder is not a thing to save', () => {
    const paths = ['C:\\Saved\\Mill.html', 'C:\\Saved\\Mill_files', '/home/ines/notes.md', '/home/ines/Other_files', ''];
    expect(withoutPartFolders(paths)).toEqual(['C:\\Saved\\Mill.html', '/home/ines/notes.md', '/home/ines/Other_files']);
  });
});
