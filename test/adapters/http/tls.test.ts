// Safe connections: certificates that do not hold, and HTTP/2 where a server speaks it.

import { createSecureServer } from 'node:http2';
import type { Http2SecureServer, Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../../main/adapters/http/http.ts';
import type { HttpRequest } from '../../../main/engine/model/ports.ts';
import { createAuthority } from '../../proxy/certificates.ts';
import { createContexts } from '../../proxy/host-contexts.ts';
import { namesOf } from './names.ts';

const authority = createAuthority();
const contexts = createContexts(authority, { 'expired.test': 'expired', 'wrong.test': 'wrong-host', 'unknown.test': 'unknown-authority', 'itself.test': 'self-signed' });
const hosts = ['good.test', 'expired.test', 'wrong.test', 'unknown.test', 'itself.test', 'broken.test'];
const http = createHttp({ proxyFor: async () => null, lookup: namesOf(Object.fromEntries(hosts.map((host) => [host, '127.0.0.1']))) });

let server: Http2SecureServer;
let port: number;
const versions: string[] = [];
let sessions = 0;
let atOnce = 0;
let most = 0;

beforeAll(async () => {
  setDefaultCACertificates([...getCACertificates('default'), authority.certificate]);
  server = createSecureServer({ allowHTTP1: true, SNICallback: (name, done) => done(null, contexts(name)) }, (request, response) => void answer(request, response));
  server.on('session', () => (sessions += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  http.close();
  server.close();
});

async function answer(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
  versions.push(request.httpVersion);
  atOnce += 1;
  most = Math.max(most, atOnce);
  await wait(50);
  atOnce -= 1;
  if (request.url === '/cut' && request.httpVersion === '2.0') response.stream.close(2);
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello');
}

function ask(url: string, jar = http.newJar()): ReturnType<typeof http.get> {
  const request: HttpRequest = { url, want: 'page', referer: null, jar, signal: new AbortController().signal };
  return http.get(request);
}

describe('a certificate', () => {
  it.each([
    ['expired.test', /has expired/], ['wrong.test', /for another host/], ['unknown.test', /not trusted/], ['itself.test', /signed by itself/],
  ])('that does not hold is named, and nothing is asked: %s', async (host, says) => {
    const before = versions.length;
    expect(await ask(`https://${host}:${port}/`)).toMatchObject({ ok: false, failure: { kind: 'insecure', detail: expect.stringMatching(says) as string } });
    expect(versions).toHaveLength(before);
  });
});

describe('HTTP/2', () => {
  it('is spoken where a server offers it, over one connection, six requests at once', async () => {
    const before = sessions;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(`https://good.test:${port}/${at}`)));
    expect(answers.every((one) => one.ok && one.value.status === 200)).toBe(true);
    expect(new Set(versions.slice(-20))).toEqual(new Set(['2.0']));
    expect(most).toBeLessThanOrEqual(6);
    expect(sessions - before).toBeLessThanOrEqual(6);
  });
  it('that goes wrong is tried again in HTTP/1.1, from then on', async () => {
    const answers = [await ask(`https://good.test:${port}/cut`), await ask(`https://good.test:${port}/after`)];
    expect(answers.map((one) => (one.ok ? one.value.status : one.failure))).toEqual([200, 200]);
    expect(versions.slice(-3)).toEqual(['2.0', '1.1', '1.1']);
  });
  it('is not needed: a server of HTTP/1.1 alone is asked so', async () => {
    const plain = createTlsServer({ SNICallback: (name, done) => done(null, contexts(name)) }, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok'));
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const answered = await ask(`https://good.test:${(plain.address() as AddressInfo).port}/`);
    plain.close();
    expect(answered.ok && answered.value.status).toBe(200);
  });
});
