// What is too large is stopped while it streams: a process that is sent it needs little more memory than one that is not.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, flood, headOf, startFaultServer, type Fault, type FaultServer } from './fault-server.ts';
import { article } from './pages.ts';

const child = join(import.meta.dirname, 'save-and-weigh.ts');
const html = { 'content-type': 'text/html' };
const spaces = Buffer.alloc(1 << 20, 0x20);
/** Megabytes above the smallest page: two times the largest page that is taken, since it is held in pieces and then whole. */
const allowed = 130;

let server: FaultServer;
let least: number;

beforeAll(async () => {
  server = await startFaultServer();
  server.put('/fine.html', answer(200, html, article('Fine')));
  least = (await weigh('/fine.html')).megabytes;
}, 60_000);
afterAll(() => server.close());

async function weigh(path: string): Promise<{ outcome: string; megabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, server.url(path)]);
  return JSON.parse(stdout) as { outcome: string; megabytes: number };
}

describe('memory stays flat for', () => {
  it.each<readonly [string, Fault]>([
    ['a page of 100 MB', answer(200, html, Buffer.alloc(100_000_000, 0x20))],
    ['a page without an end', flood(headOf(200, { ...html, connection: 'close' }), spaces)],
    ['a gzip bomb of 1 GB', answer(200, { ...html, 'content-encoding': 'gzip, gzip' }, gzipSync(Buffer.concat(Array.from({ length: 100 }, () => gzipSync(Buffer.alloc(10_000_000, 0x20))))))],
    ['a head without an end', flood('HTTP/1.1 200 OK\r\nx-long: ', Buffer.alloc(1 << 20, 0x61))],
  ])('%s', async (name, fault) => {
    const path = `/${encodeURIComponent(name)}`;
    server.put(path, fault);
    const { outcome, megabytes } = await weigh(path);
    expect(outcome).toBe('too-large');
    expect(megabytes - least).toBeLessThan(allowed);
  }, 60_000);
});
