// What the system hands over: command lines, deep links, and which library opens.

import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressToSave } from '../../main/shell/launch/deep-link.ts';
import { readLaunchArguments } from '../../main/shell/launch/launch-arguments.ts';
import { chooseLibraryAtStart } from '../../main/shell/launch/library-choice.ts';

const folder = resolve('/somewhere');

describe('a deep link', () => {
  it('proposes one web address', () => {
    expect(addressToSave('offprint://save?url=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1%26c')).toBe('https://example.com/a?b=1&c');
    expect(addressToSave('offprint://save/?url=http://例子.测试/文')).toBe('http://xn--fsqu00a.xn--0zwm56d/%E6%96%87');
  });

  it.each([
    'offprint://save',
    'offprint://save?url=',
    'offprint://save?url=/etc/passwd',
    'offprint://save?url=file:///etc/passwd',
    'offprint://save?url=javascript:alert(1)',
    'offprint://save?url=https://user:secret@example.com/',
    'offprint://save?url=https://a.test/&url=https://b.test/',
    'offprint://save?url=https://a.test/&then=delete',
    'offprint://save/other?url=https://a.test/',
    'offprint://delete?url=https://a.test/',
    'offprint:save?url=https://a.test/',
    'https://save?url=https://a.test/',
    `offprint://save?url=https://a.test/${'a'.repeat(9_000)}`,
    'not a link',
  ])('is nothing when it is %s', (link) => {
    expect(addressToSave(link)).toBeNull();
  });
});

describe('a command line', () => {
  it('names files, links and folders among what Chromium and developers add', () => {
    const line = ['.', '--library', 'lib', '--no-sandbox', 'a.html', '--user-data-dir=/data', '/b/文.md', 'offprint://save?url=x'];
    expect(readLaunchArguments(line, folder)).toEqual({
      library: join(folder, 'lib'),
      userData: resolve('/data'),
      files: [join(folder, 'a.html'), resolve('/b/文.md')],
      deepLinks: ['offprint://save?url=x'],
    });
  });

  it('holds nothing of files that Offprint does not read', () => {
    const { files } = readLaunchArguments(['out/main/main.js', 'a.exe', 'md', 'x.html.js', '-a.md'], folder);
    expect(files).toEqual([]);
  });

  it('does not take the next switch for a missing folder', () => {
    expect(readLaunchArguments(['--library'], folder).library).toBeNull();
    expect(readLaunchArguments(['--library='], folder).library).toBeNull();
  });
});

describe('the library at start', () => {
  const documents = resolve('/home/me/Documents');
  const last = resolve('/disk/Last');

  it('is the one that the command line names, then the environment, then the last, then a new one', () => {
    const all = { argument: resolve('/a'), environment: '/e', last, documents };
    expect(chooseLibraryAtStart(all).path).toBe(resolve('/a'));
    expect(chooseLibraryAtStart({ ...all, argument: null }).path).toBe(resolve('/e'));
    expect(chooseLibraryAtStart({ ...all, argument: null, environment: '' }).path).toBe(last);
    const first = chooseLibraryAtStart({ argument: null, environment: undefined, last: null, documents });
    expect(first).toEqual({ path: join(documents, 'Offprint Library'), createIfMissing: true, remember: true });
  });

  it('is never made anew where the last one is missing', () => {
    expect(chooseLibraryAtStart({ argument: null, environment: undefined, last, documents }).createIfMissing).toBe(false);
  });
});
