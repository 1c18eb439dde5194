import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogFile } from '../../main/shell/log-file.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-log-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('has one line an event, with its facts', async () => {
    createLogFile(join(folder, 'logs')).write('error', 'it broke\nbadly', { code: 7 });
    const text = await readFile(join(folder, 'logs', 'offprint.log'), 'utf8');
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error it broke\\nbadly {"code":7}\n$/);
  });

  it('never takes more than two files of its limit', async () => {
    const log = createLogFile(folder, 1_000);
    for (let at = 0; at < 100; at += 1) log.write('info', `event ${at} ${'x'.repeat(50)}`);
    expect((await readdir(folder)).sort()).toEqual(['offprint.1.log', 'offprint.log']);
    const texts = await Promise.all(['offprint.1.log', 'offprint.log'].map((name) => readFile(join(folder, name), 'utf8')));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(1_200);
    expect(texts[1]).toContain('event 99');
  });
});
