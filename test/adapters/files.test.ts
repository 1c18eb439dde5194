import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../main/adapters/files.ts';
import { temporaryFolder } from '../engine/harness.ts';

const files = createFiles();
let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});

it('a name that is too long for any file is that of none', async () => {
  const path = join(folder, 'x'.repeat(70_000));
  expect([await files.stat(path), await files.read(path), await files.list(path)]).toEqual([null, null, []]);
});

describe('folders', () => {
  it('are made with those above them, and may be there already', async () => {
    const deep = join(folder, 'a/b/c');
    await files.makeFolder(deep);
    await files.makeFolder(deep);
    expect(await files.stat(deep)).toMatchObject({ kind: 'folder' });
  });

  it('are made by many calls at once', async () => {
    const paths = Array.from({ length: 20 }, (_unused, number) => join(folder, 'a/b/c', String(number % 3)));
    await Promise.all(paths.map((path) => files.makeFolder(path)));
    expect(await files.list(join(folder, 'a/b/c'))).toHaveLength(3);
  });

  it('are not made where a file is, or below one', async () => {
    await writeFile(join(folder, 'a'), 'x');
    await expect(files.makeFolder(join(folder, 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(files.makeFolder(join(folder, 'a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(process.platform === 'linux')('are refused where the system takes none, at once', async () => {
    await expect(files.makeFolder('/proc/offprint-test/library')).rejects.toMatchObject({ code: expect.stringMatching(/ENOENT|EACCES|EPERM/) });
  });

  it('are listed by name with their kinds, a link as what it is', async () => {
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'a.txt'), 'x');
    await symlink(join(folder, 'b'), join(folder, 'c'));
    expect(await files.list(folder)).toEqual([
      { name: 'a.txt', kind: 'file' },
      { name: 'b', kind: 'folder' },
      { name: 'c', kind: 'other' },
    ]);
    expect(await files.list(join(folder, 'none'))).toEqual([]);
  });
});

describe('files', () => {
  it('are new, or it is an error', async () => {
    const path = join(folder, 'x');
    await files.writeNew(path, Buffer.from('one'));
    await expect(files.writeNew(path, Buffer.from('two'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(Buffer.from((await files.read(path)) ?? []).toString()).toBe('one');
  });

  it('are null where they are not, also below a file', async () => {
    await writeFile(join(folder, 'a'), 'x');
    expect(await files.read(join(folder, 'none'))).toBeNull();
    expect(await files.read(join(folder, 'a/b'))).toBeNull();
    expect(await files.stat(join(folder, 'none'))).toBeNull();
    await files.remove(join(folder, 'none'));
  });
});
