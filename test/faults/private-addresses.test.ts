// A page asks for what lies in the user's own network or on this machine: refused by the address that is connected to, in
// every spelling; a page that is on that network itself may show what is there.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../main/adapters/http/http.ts';
import { isPrivateAddress, isThisMachine } from '../../main/adapters/http/private-network.ts';
import type { SaveReport } from '../../preload/contract/calls.ts';
import { namesOf } from '../adapters/http/names.ts';
import { openTestEngine, type TestEngine } from '../engine/harness.ts';
import { startSite, type Site } from '../site/site.ts';
import { article, picture } from './pages.ts';

/** Loopback addresses that stand for the web, the user's network and this machine. */
const [web, network, machine] = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
let far: Site;
let near: Site;
let here: Site;
let app: TestEngine;
let http: ReturnType<typeof createHttp>;

beforeAll(async () => {
  [far, near, here] = await Promise.all([startSite({ address: web }), startSite({ address: network }), startSite({ address: machine })]);
  for (const site of [near, here]) site.put('/secret.png', picture);
  http = createHttp({
    proxyFor: async () => null,
    lookup: namesOf({ 'public.test': web, 'inside.test': network, 'rebinding.test': [web, network] }),
    isPrivate: (address) => address !== web && isPrivateAddress(address),
    isThisMachine: (address) => address !== web && address !== network && isThisMachine(address),
  });
  app = await openTestEngine({ ports: { http } });
});
afterAll(async () => {
  await app.close();
  http.close();
  await Promise.all([far.close(), near.close(), here.close()]);
});

function portOf(site: Site): string {
  return new URL(site.origin).port;
}

async function save(input: string): Promise<SaveReport> {
  const [report] = await app.call('save', { inputs: [input], tags: [], mode: 'static', base: null });
  if (report === undefined) throw new Error('no report');
  return report;
}

describe('a page of the web', () => {
  it.each([
    ['as it is', '127.0.0.2'], ['as one number', '2130706434'], ['in octal', '0177.0.0.2'], ['in hexadecimal', '0x7f.0.0.2'], ['with parts left out', '127.2'],
    ['inside IPv6', '[::ffff:127.0.0.2]'], ['inside IPv6, in hexadecimal', '[::ffff:7f00:2]'], ['translated by NAT64', '[64:ff9b::7f00:2]'], ['by 6to4', '[2002:7f00:2::1]'],
    ['behind a name', 'inside.test'], ['as nowhere', '0.0.0.0'],
  ])('has no picture from an address of the own network: %s', async (name, host) => {
    const path = `/${encodeURIComponent(name)}.html`;
    far.put(path, article(name, `<img src="http://${host}:${portOf(near)}/secret.png?${encodeURIComponent(name)}">`));
    const before = near.connections;
    const report = await save(far.url(path));
    expect(report).toMatchObject({ status: 'partial', images: { found: 1, saved: 0 } });
    expect(JSON.stringify(report.images.missing)).toContain('an address of your own network');
    expect(near.connections).toBe(before);
  });

  it('has none by a redirect, nor when its own name turns into such an address', async () => {
    far.rule('/away.png', { redirect: near.url('/secret.png?redirect') });
    far.put('/redirect.html', article('Redirect', '<img src="/away.png">'));
    far.put('/rebinding.html', article('Rebinding', `<img src="http://rebinding.test:${portOf(near)}/secret.png">`));
    const before = near.connections;
    expect(await save(far.url('/redirect.html'))).toMatchObject({ status: 'partial' });
    expect(await save(`http://rebinding.test:${portOf(far)}/rebinding.html`)).toMatchObject({ status: 'partial' });
    expect(near.connections).toBe(before);
  });

  it('does not lead there itself', async () => {
    near.put('/page.html', article('Inside'));
    far.rule('/away.html', { redirect: near.url('/page.html') });
    const before = near.connections;
    expect(await save(far.url('/away.html'))).toMatchObject({ status: 'failed', failure: { kind: 'refused' } });
    expect(near.connections).toBe(before);
  });
});

describe('a page of the own network', () => {
  it('has its pictures from there, but not from this machine', async () => {
    near.put('/own.html', article('Own', `<img src="/secret.png?own"><img src="http://${machine}:${portOf(here)}/secret.png">`));
    const before = here.connections;
    expect(await save(near.url('/own.html'))).toMatchObject({ status: 'partial', images: { found: 2, saved: 1 } });
    expect(here.connections).toBe(before);
  });
  it('that a page of the web comes to, is judged as one of the web', async () => {
    far.put('/landing.html', article('Landing', `<img src="${near.url('/secret.png?landing')}">`));
    near.rule('/short', { redirect: far.url('/landing.html') });
    expect(await save(near.url('/short'))).toMatchObject({ status: 'partial', images: { saved: 0 } });
  });
  it('of this machine has pictures from its network', async () => {
    here.put('/page.html', article('Here', `<img src="${near.url('/secret.png?here')}">`));
    expect(await save(here.url('/page.html'))).toMatchObject({ status: 'saved', images: { saved: 1 } });
  });
});
