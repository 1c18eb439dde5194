// Where an export cannot be written it says why; what stood there before stays, and nothing half-written is left.

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Failure, FailureKind } from '../../../preload/contract/result.ts';
import { createFaultyFiles, faultCodes } from '../../durability/faulty-files.ts';
import { drawPng } from '../../demo/draw.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';

const faulty = createFaultyFiles();
const before = 'what stood here before';
let app: TestEngine;
let folder: string;
let id: string;
let out: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  app = await openTestEngine({ ports: { files: faulty.files } });
  await writeFile(join(folder, 'harbour.png'), drawPng(1, 60, 40));
  const words = 'The ferry left at dawn, and nobody was on the quay to see it go. '.repeat(8);
  await writeFile(join(folder, 'ferry.md'), `---\ntitle: The ferry\n---\n\n${words}\n\n![A grey harbour](harbour.png)\n`);
  const [report] = await app.call('save', { inputs: [join(folder, 'ferry.md')], tags: [], mode: 'static', base: null });
  id = report?.id ?? '';
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(freshFolder);

async function freshFolder(): Promise<void> {
  out = join(folder, 'out');
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  await writeFile(join(out, 'ferry.md'), before);
}

/** Why the first article was not written, or null. */
async function exported(path: string, ids = [id]): Promise<Failure | null> {
  const [report] = await app.call('export', { ids, format: 'markdown', path });
  return report?.failure ?? null;
}

const kinds: Readonly<Record<(typeof faultCodes)[number], readonly FailureKind[]>> = { ENOSPC: ['disk-full'], EROFS: ['read-only'], EPERM: ['read-only', 'in-use'], EBUSY: ['in-use', 'busy'], EMFILE: ['busy'], EIO: ['damaged'] };

it.each(faultCodes)('says so at each call that answers %s, and leaves the folder as it was', async (code) => {
  let failures = 0;
  for (let n = 1; ; n += 1) {
    await freshFolder();
    faulty.arm(n, code);
    const failure = await exported(join(out, 'ferry.md'));
    const struck = faulty.struck();
    faulty.disarm();
    if (struck === null) {
      expect(failure).toBeNull();
      break;
    }
    // What fails in the library is told of the library, and cleaning up after a failure may fail too.
    if (!struck.includes(out) || struck.startsWith('remove') || failure === null) continue;
    failures += 1;
    expect(kinds[code], struck).toContain(failure.kind);
    expect(await readFile(join(out, 'ferry.md'), 'utf8'), struck).toBe(before);
    expect(await readdir(out), struck).toEqual(['ferry.md']);
  }
  expect(failures).toBeGreaterThan(4);
  expect((await readdir(out)).length).toBeGreaterThan(1);
});

it('takes no file where a folder must be', async () => {
  const two = await exported(join(out, 'ferry.md'), [id, id]);
  expect(two).toMatchObject({ kind: 'bad-input' });
  expect(await readFile(join(out, 'ferry.md'), 'utf8')).toBe(before);
});
