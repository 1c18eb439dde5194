// What a request for something that a page shows takes along, and when it is given up early.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../main/adapters/http/http.ts';
import type { CookieJar, HttpRequest } from '../../../main/engine/model/ports.ts';
import { startSite, type Site } from '../../site/site.ts';

let near: Site;
let far: Site;
let jar: CookieJar;
const http = createHttp({ proxyFor: async () => null });

beforeEach(async () => {
  [near, far] = await Promise.all([startSite(), startSite({ address: '127.0.0.2' })]);
  jar = http.newJar();
  for (const site of [near, far]) {
    site.put('/page', '<p>Hello');
    site.put('/a.png', Buffer.alloc(2_000, 1));
    site.rule('/page', { setCookie: 'seen=1; path=/' });
    await ask({ url: site.url('/page'), want: 'page', page: null });
  }
});
afterEach(async () => {
  await Promise.all([near.close(), far.close()]);
});

function ask(request: Partial<HttpRequest> & { url: string }): ReturnType<typeof http.get> {
  return http.get({ want: 'image', referer: null, jar, page: near.url('/page'), signal: new AbortController().signal, ...request });
}

describe('the cookies of what a page shows', () => {
  it('go to its own site, and to another only where they are asked for', async () => {
    await ask({ url: near.url('/a.png') });
    await ask({ url: far.url('/a.png') });
    await ask({ url: far.url('/a.png'), cookies: 'all' });
    expect(near.requests.at(-1)?.cookie).toBe('seen=1');
    expect(far.requests.slice(-2).map(({ cookie }) => cookie)).toEqual([null, 'seen=1']);
  });

  it('are said to be withheld where a browser would not send them', async () => {
    const page = near.url('/page');
    expect(await jar.withholds(near.url('/a.png'), page)).toBe(false);
    expect(await jar.withholds(far.url('/a.png'), page)).toBe(true);
    expect(await jar.withholds('http://127.0.0.3/a.png', page)).toBe(false);
  });

  it('that another domain set do not go along in any case', async () => {
    await using third = await startSite({ address: '127.0.0.3', resources: { '/a.png': Buffer.alloc(9) } });
    await ask({ url: third.url('/a.png'), cookies: 'all' });
    expect(third.requests[0]?.cookie).toBeNull();
  });
});

describe('an answer', () => {
  it('that says it is larger than is wanted is not read', async () => {
    near.rule('/a.png', { break: 'stall' });
    expect(await ask({ url: near.url('/a.png'), maxBytes: 1_000 })).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  it('that turns out larger than is wanted is ended', async () => {
    near.rule('/a.png', { encoding: 'gzip' });
    expect(await ask({ url: near.url('/a.png'), maxBytes: 1_000 })).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  it.each([['no head', { delayMs: 20_000 }], ['half a body', { break: 'stall' }]] as const)('that is silent after %s is waited for as long as the request has patience', async (_, rule) => {
    near.rule('/a.png', rule);
    expect(await ask({ url: near.url('/a.png'), patienceMs: 200 })).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
  });
});
