import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import { changeDocument, DamagedDocument, readDocument, writeDocument } from '../../../main/engine/library/document-file.ts';
import { temporaryFolder } from '../harness.ts';

const files = createFiles();
let folder = '';
let path = '';
let temporary = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'article.json');
  temporary = join(folder, 'tmp');
});

describe('a document on disk', () => {
  it('is null where there is none', async () => {
    expect(await readDocument(files, path)).toBeNull();
    expect(await changeDocument(files, path, () => undefined, temporary)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps fields that this version does not know', async () => {
    await writeFile(path, '{"title":"a","ofTomorrow":{"x":[1]}}');
    await changeDocument<{ title: string }>(files, path, (document) => {
      document.title = 'b';
    }, temporary);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ title: 'b', ofTomorrow: { x: [1] } });
  });

  it.each(['', '{', '[]', 'null', '"x"', '{"a":1}x'])('is damaged when its bytes are %j', async (text) => {
    await writeFile(path, text);
    await expect(readDocument(files, path)).rejects.toBeInstanceOf(DamagedDocument);
    await expect(changeDocument(files, path, () => undefined, temporary)).rejects.toBeInstanceOf(DamagedDocument);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('is damaged when it is not UTF-8', async () => {
    await writeFile(path, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
    await expect(readDocument(files, path)).rejects.toBeInstanceOf(DamagedDocument);
  });

  it('is as it was when a step of writing fails, and leaves nothing beside it', async () => {
    await writeDocument(files, path, { n: 1 }, temporary);
    for (const step of ['writeNew', 'rename'] as const) {
      const failing = { ...files, [step]: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
      await expect(writeDocument(failing, path, { n: 2 }, temporary)).rejects.toThrow('full');
      expect(await readDocument(files, path)).toEqual({ n: 1 });
      expect(await readdir(folder)).toEqual(['article.json', 'tmp']);
      expect(await readdir(temporary)).toEqual([]);
    }
  });
});
