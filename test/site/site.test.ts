// The test server keeps its promises: rules, counters and breakages, seen through Node's own fetch.

import { describe, expect, it } from 'vitest';

import { servePage, startSite } from './site.ts';
import type { Rule } from './answers.ts';

const PICTURE = Uint8Array.from([1, 2, 3, 4]);

async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

describe('the test site', () => {
  it('serves a page and its resources, and counts what was asked', async () => {
    await using site = await servePage('<p>Hello', { '/a.png': PICTURE });
    const page = await fetch(site.url());
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>Hello');
    const picture = await fetch(site.url('/a.png?size=2'), { headers: { referer: site.url() } });
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PICTURE);
    expect(site.count('/a.png')).toBe(1);
    expect(site.requests.at(-1)).toMatchObject({ path: '/a.png?size=2', referer: site.url() });
    expect(await statusOf(site.url('/missing'))).toBe(404);
  });

  it.each([
    ['empty', { none: 200, own: 403, foreign: 403 }],
    ['own', { none: 403, own: 200, foreign: 403 }],
    ['not-foreign', { none: 200, own: 200, foreign: 403 }],
  ] as const)('holds the hot-link rule "%s"', async (referer, wanted) => {
    await using site = await startSite({ resources: { '/p/a.png': PICTURE }, rules: { '/p/': { referer } } });
    const url = site.url('/p/a.png');
    expect(await statusOf(url)).toBe(wanted.none);
    expect(await statusOf(url, { referer: site.url('/page') })).toBe(wanted.own);
    expect(await statusOf(url, { referer: 'http://elsewhere.example/' })).toBe(wanted.foreign);
  });

  it.each<[string, Rule, (response: Response) => unknown, unknown]>([
    ['a status', { status: 500 }, (response) => response.status, 500],
    ['a redirect', { redirect: '/b' }, (response) => [response.status, response.headers.get('location')], [302, '/b']],
    ['a type', { type: 'text/plain' }, (response) => response.headers.get('content-type'), 'text/plain'],
    ['no type', { type: null }, (response) => response.headers.get('content-type'), null],
    ['a cookie', { setCookie: 'a=1' }, (response) => response.headers.get('set-cookie'), 'a=1'],
    ['gzip', { encoding: 'gzip' }, (response) => response.text(), 'text'],
    ['brotli', { encoding: 'br' }, (response) => response.text(), 'text'],
  ])('bends an answer: %s', async (_name, rule, look, wanted) => {
    await using site = await startSite({ resources: { '/a': 'text' }, rules: { '/a': rule } });
    expect(await look(await fetch(site.url('/a'), { redirect: 'manual' }))).toEqual(wanted);
  });

  it('holds a rule for the first requests only, when told so, and until it is taken away', async () => {
    await using site = await startSite({ resources: { '/a': 'text' }, rules: { '/a': { status: 503, times: 1 } } });
    expect([await statusOf(site.url('/a')), await statusOf(site.url('/a'))]).toEqual([503, 200]);
    site.rule('/a', { status: 404 });
    expect(await statusOf(site.url('/a'))).toBe(404);
    site.rule('/a', null);
    expect(await statusOf(site.url('/a'))).toBe(200);
  });

  it('asks for a cookie', async () => {
    await using site = await startSite({ resources: { '/a': 'text' }, rules: { '/a': { needsCookie: 'seen=1' } } });
    expect([await statusOf(site.url('/a')), await statusOf(site.url('/a'), { cookie: 'seen=1' })]).toEqual([403, 200]);
  });

  it('breaks: no answer, half an answer, and one that never ends', async () => {
    await using site = await startSite({ resources: { '/a/x': 'a text of some length' } });
    site.rule('/a/', { break: 'reset' });
    await expect(fetch(site.url('/a/x'))).rejects.toThrow();
    site.rule('/a/', { break: 'cut' });
    await expect(fetch(site.url('/a/x')).then((response) => response.text())).rejects.toThrow();
    site.rule('/a/', { break: 'stall' });
    const stalled = fetch(site.url('/a/x'), { signal: AbortSignal.timeout(300) }).then((response) => response.text());
    await expect(stalled).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
