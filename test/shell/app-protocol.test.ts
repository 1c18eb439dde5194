// What the window can load through `app://`, against a real folder: what is served, how, and what is not.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlePolicy, libraryAddress } from '../../preload/contract/addresses.ts';
import { answerAppRequest } from '../../main/shell/protocol/answer-request.ts';
import { windowPolicy } from '../../main/shell/protocol/policies.ts';

const hash = 'ab'.repeat(32);
const jpg = `blobs/ab/${hash}.jpg`;
const svg = `blobs/ab/${hash}.svg`;
const script = `blobs/ab/${hash}.js`;
const reader = 'articles/2026/a1_B-2/captures/c1/reader.html';
const secret = 'articles/2026/a1_B-2/article.json';
const linked = `blobs/ab/ab${'cd'.repeat(31)}.jpg`;

let base = '';
let library = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'offprint-protocol-'));
  library = join(base, 'library');
  await put(join(library, jpg), '0123456789');
  await put(join(library, svg), '<svg/>');
  await put(join(library, script), 'alert(1)');
  await put(join(library, reader), '<p>词');
  await put(join(library, secret), '{}');
  await put(join(library, 'cache/index.sqlite'), 'x');
  await put(join(base, 'outside.jpg'), 'secret');
  await symlink(join(base, 'outside.jpg'), join(library, linked));
  await put(join(base, 'window', 'index.html'), '<div id=root></div>');
  await put(join(base, 'window', 'assets', 'index-a_B1.js'), 'void 0');
  await put(join(base, 'secret.txt'), 'secret');
});

afterAll(() => rm(base, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const sources = { windowFolder: join(base, 'window'), library: () => library };
  return answerAppRequest(new Request(address, { headers, method }), sources);
}

describe('the window itself', () => {
  it('is served with its own policy', async () => {
    const page = await get('app://offprint/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(windowPolicy);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const module = await get('app://offprint/assets/index-a_B1.js');
    expect(module.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(module.headers.get('content-length')).toBe('6');
  });

  it.each([
    'app://offprint/../secret.txt',
    'app://offprint/%2e%2e/secret.txt',
    'app://offprint/..%2fsecret.txt',
    'app://offprint/assets/..%5c..%5c..%5csecret.txt',
    'app://offprint/%252e%252e/secret.txt',
    'app://offprint//etc/passwd',
    'app://offprint/assets',
    'app://offprint/missing.js',
    'app://offprint/%',
    'app://other/index.html',
  ])('is not %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it('takes no other method', async () => {
    expect((await get('app://offprint/', {}, 'POST')).status).toBe(405);
  });
});

describe('the library', () => {
  it('serves a picture as it is, for ever', async () => {
    const answer = await get(libraryAddress(jpg));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('0123456789');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '10',
      'content-security-policy': articlePolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
    });
  });

  it('serves a page of a capture, which may change, under the article policy', async () => {
    const answer = await get(libraryAddress(reader));
    expect(await answer.text()).toBe('<p>词');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(articlePolicy);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets no drawing run as a page, and serves scripts as bytes', async () => {
    const drawing = await get(libraryAddress(svg));
    expect(drawing.headers.get('content-type')).toBe('image/svg+xml');
    expect(drawing.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/);
    expect((await get(libraryAddress(script))).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('answers ranges by hand', async () => {
    const part = await get(libraryAddress(jpg), { range: 'bytes=2-4' });
    expect([part.status, await part.text(), part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
      '3',
    ]);
    const end = await get(libraryAddress(jpg), { range: 'bytes=-3' });
    expect([end.status, await end.text()]).toEqual([206, '789']);
    const over = await get(libraryAddress(jpg), { range: 'bytes=10-' });
    expect([over.status, over.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect((await get(libraryAddress(jpg), { range: 'bytes=0-1,3-4' })).status).toBe(200);
  });

  it.each([
    secret,
    'cache/index.sqlite',
    'library.json',
    '',
    'blobs',
    linked,
    jpg.toUpperCase(),
    `${jpg}.html`,
    `${jpg}\n`,
    `blobs/cd/${hash}.jpg`,
    `blobs/ab//${hash}.jpg`,
    'articles/2026/../../outside.jpg',
    'articles/2026/a1_B-2/captures/c1/source.html.zst',
    'articles/2026/missing/captures/c1/reader.html',
  ])('does not serve %j', async (path) => {
    expect((await get(libraryAddress(path))).status).toBe(404);
  });

  it.each([
    '../outside.jpg',
    `../library/${jpg}`,
    `blobs/ab/../ab/${hash}.jpg`,
    'articles/2026/a1_B-2/captures/../captures/c1/reader.html',
    'articles/2026/a1_B-2/captures/c1/../../article.json',
  ])('does not follow dots in %j, however they are encoded', async (path) => {
    const encoded = encodeURIComponent(path);
    for (const one of [encoded, encoded.replaceAll('.', '%2e'), encoded.replaceAll('%2F', '%5C')]) {
      expect((await get(`app://offprint/library/${one}`)).status).toBe(404);
    }
  });

  it('serves neither backslashes nor doubly encoded paths', async () => {
    expect((await get(`app://offprint/library/${jpg.replaceAll('/', '%5c')}`)).status).toBe(404);
    expect((await get(`app://offprint/library/${jpg.replaceAll('/', '%252f')}`)).status).toBe(404);
  });
});
