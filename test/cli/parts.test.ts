// The parts of the command line that need no process: columns, inputs, minus words.

import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineInput } from '../../main/terminal/inputs.ts';
import { columnsOf, cut, padded, printable, printableText, readableSize } from '../../main/terminal/layout.ts';
import { shieldMinusWords } from '../../main/terminal/minus-words.ts';

describe('layout', () => {
  it('counts an ideograph as two columns and an accent as none', () => {
    expect(['abc', '商务', 'é', '한국', '🎉'].map(columnsOf)).toEqual([3, 4, 1, 4, 2]);
  });

  it('cuts and pads to columns', () => {
    expect(cut('商务部发言人', 7)).toBe('商务部…');
    expect(cut('short', 5)).toBe('short');
    expect(padded('商', 4)).toBe('商  ');
  });

  it('lets nothing from a page steer the terminal', () => {
    expect(printable('a\u001b[31mred\u0007\nb\u009b')).toBe('a [31mred b');
    expect(printableText('a\u001b]0;x\u0007\n\tb')).toBe('a]0;x\n\tb');
  });

  it('names sizes', () => {
    expect([999, 1000, 62_345, 1_500_000].map(readableSize)).toEqual(['999 B', '1.0 kB', '62.3 kB', '1.5 MB']);
  });
});

describe('inputs', () => {
  it('leaves links, makes paths absolute, and leaves what is neither to the engine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-inputs-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'there'), '');
    const input = (text: string): string => engineInput(text, folder);
    expect(input('https://example.org/a.html')).toBe('https://example.org/a.html');
    expect(input('ftp://example.org/a')).toBe('ftp://example.org/a');
    expect(input('there')).toBe(join(folder, 'there'));
    expect(input('./none')).toBe(join(folder, 'none'));
    expect(input('none.md')).toBe(join(folder, 'none.md'));
    expect(input(pathToFileURL(join(folder, 'a b.html')).href)).toBe(join(folder, 'a b.html'));
    expect(input('no such thing')).toBe('no such thing');
  });
});

describe('words with a minus', () => {
  it('are kept from being options where a command takes them', () => {
    expect(shieldMinusWords(['tag', 'x', '+a', '-b', '--json', '-h'])).toEqual(['tag', 'x', '+a', ' -b', '--json', '-h']);
    expect(shieldMinusWords(['--library', 'tag', 'add', '-b'])).toEqual(['--library', 'tag', 'add', '-b']);
  });
});
