import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import type { Library } from '../../../main/engine/library/library.ts';
import { openLibrary } from '../../../main/engine/library/open-library.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { temporaryFolder } from '../harness.ts';

const files = createFiles();
let path = '';
beforeEach(async () => {
  path = join(await temporaryFolder(), 'My Library');
});

function open(access: 'read' | 'write' = 'write', createIfMissing = true): Promise<Result<Library>> {
  return openLibrary(files, { path, access, createIfMissing, now: () => new Date('2026-01-02T03:04:05Z') });
}

async function opened(access: 'read' | 'write' = 'write'): Promise<Library> {
  const result = await open(access);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

describe('opening a library', () => {
  it('makes one in a folder that is not there, and opens it again', async () => {
    const library = await opened();
    expect(library.document).toMatchObject({ format: 1, name: 'My Library', createdAt: '2026-01-02T03:04:05.000Z' });
    expect((await readdir(path)).toSorted()).toEqual(['articles', 'blobs', 'cache', 'library.json', 'lock.json', 'tmp', 'trash']);
    await library.close();
    expect(await readdir(path)).not.toContain('lock.json');
    const again = await opened();
    expect(again.document).toEqual(library.document);
    await again.close();
  });

  it('is not found where there is none and none may be made', async () => {
    expect(await open('write', false)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    expect(await open('read')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('does not settle among other things', async () => {
    await mkdir(path);
    await writeFile(join(path, 'thesis.doc'), 'x');
    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(await readdir(path)).toEqual(['thesis.doc']);
  });

  it('is locked while another has it open, and can be read all the same', async () => {
    const writer = await opened();
    const second = await open();
    expect(second).toMatchObject({ ok: false, failure: { kind: 'locked', detail: expect.stringContaining(String(process.pid)) } });
    const reader = await opened('read');
    expect(reader.refusal).toMatchObject({ kind: 'read-only' });
    await reader.close();
    await writer.close();
    await (await opened()).close();
  });

  it('takes over the lock of a process that is gone', async () => {
    await (await opened()).close();
    const now = new Date().toISOString();
    await writeFile(join(path, 'lock.json'), JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, startedAt: now, heartbeatAt: now }));
    const library = await opened();
    expect(JSON.parse(await readFile(join(path, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    await library.close();
  });

  it('only reads what a newer Offprint made', async () => {
    await (await opened()).close();
    const file = join(path, 'library.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"format": 1', '"format": 2'));
    const library = await opened();
    expect(library.refusal).toMatchObject({ kind: 'newer-format', detail: 'format 2' });
    expect(await readdir(path)).not.toContain('lock.json');
    await library.close();
  });

  it('says to a reader that its document is damaged, and gives a writer a new one', async () => {
    const first = await opened();
    await first.close();
    await writeFile(join(path, 'library.json'), '{"format"');
    expect(await open('read')).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    expect(await readFile(join(path, 'library.json'), 'utf8')).toBe('{"format"');
    const again = await opened();
    await again.close();
    expect((await readdir(path)).some((name) => name.startsWith('library.damaged-'))).toBe(true);
    expect(again.document).toMatchObject({ format: 1, name: first.document.name });
  });

  it('sweeps what an interrupted save left', async () => {
    await (await opened()).close();
    await mkdir(join(path, 'tmp/half/blobs'), { recursive: true });
    await writeFile(join(path, 'tmp/half/blobs/x.png'), 'x');
    await (await opened()).close();
    expect(await readdir(join(path, 'tmp'))).toEqual([]);
  });

  // By a port, as root may write anywhere.
  it.each(['EACCES', 'EPERM', 'EROFS'])('says that a folder cannot be written (%s)', async (code) => {
    const refusing = { ...files, makeFolder: () => Promise.reject(Object.assign(new Error('refused'), { code })) };
    const result = await openLibrary(refusing, { path, access: 'write', createIfMissing: true, now: () => new Date() });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'read-only', about: path, detail: code } });
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('says that the disk is full, and leaves no lock', async () => {
    await (await opened()).close();
    const full = { ...files, list: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    const result = await openLibrary(full, { path, access: 'write', createIfMissing: false, now: () => new Date() });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
    expect(await readdir(path)).not.toContain('lock.json');
  });
});
