// The proxy over which every test reaches the outside: real TLS through CONNECT, checked by Node's own client.

import { X509Certificate } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { fileURLToPath } from 'node:url';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { describe, expect, it } from 'vitest';

import { createAuthority } from './certificates.ts';
import { startProxy } from './proxy.ts';
import type { TestProxy } from './proxy.ts';

const HOSTS = { 'pictures.example': { type: 'image/png', body: 'picture' }, 'other.example': 'page' };

interface Got {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

function get(proxy: TestProxy, url: string, headers: Record<string, string> = {}): Promise<Got> {
  const isTls = url.startsWith('https:');
  const request = isTls ? httpsRequest : httpRequest;
  const agent = isTls
    ? new HttpsProxyAgent(proxy.origin, { ca: proxy.certificate })
    : new HttpProxyAgent(proxy.origin);
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, ca: proxy.certificate }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          type: response.headers['content-type'] ?? '',
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the test proxy', () => {
  it('answers for its hosts over TLS that Node trusts, and writes down what was asked', async () => {
    await using proxy = await startProxy({ hosts: HOSTS });
    const got = await get(proxy, 'https://pictures.example/a.png?x=1', { referer: 'https://pictures.example/' });
    expect(got).toEqual({ status: 200, body: 'picture', type: 'image/png' });
    expect(proxy.tunnels).toEqual(['pictures.example:443']);
    expect(proxy.requests).toMatchObject([{ path: '/a.png?x=1', referer: 'https://pictures.example/' }]);
    expect(proxy.connections).toBe(1);
  });

  it('answers plain http in the absolute form', async () => {
    await using proxy = await startProxy({ hosts: HOSTS });
    expect(await get(proxy, 'http://other.example/x')).toMatchObject({ status: 200, body: 'page' });
    expect(proxy.requests).toMatchObject([{ host: 'other.example', path: '/x' }]);
  });

  it('refuses foreign Referers until told not to, and lets an empty one pass', async () => {
    await using proxy = await startProxy({ hosts: HOSTS });
    const foreign = { referer: 'http://127.0.0.1:1/article.html' };
    expect((await get(proxy, 'https://pictures.example/a.png', foreign)).status).toBe(403);
    expect((await get(proxy, 'https://pictures.example/a.png')).status).toBe(200);
    proxy.setRefuseForeignReferers(false);
    expect((await get(proxy, 'https://pictures.example/a.png', foreign)).status).toBe(200);
  });

  it('leaves every other host, and while unreachable every host, out of reach', async () => {
    await using proxy = await startProxy({ hosts: HOSTS });
    expect((await get(proxy, 'https://unknown.example/').catch(() => null))?.status ?? 502).toBe(502);
    proxy.setReachable(false);
    expect((await get(proxy, 'http://other.example/')).status).toBe(502);
    expect(proxy.requests).toEqual([]);
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['unknown-authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('serves a certificate that is %s, and Node says so', async (flaw, code) => {
    await using proxy = await startProxy({ hosts: HOSTS, flaws: { 'pictures.example': flaw } });
    await expect(get(proxy, 'https://pictures.example/')).rejects.toMatchObject({ code });
    expect(proxy.requests).toEqual([]);
  });

  it('is reached and trusted by a process with nothing but its environment', async () => {
    await using proxy = await startProxy({ hosts: HOSTS });
    const agent = import.meta.resolve('https-proxy-agent');
    const script = `
      const { HttpsProxyAgent } = await import(${JSON.stringify(agent)});
      const { get } = await import('node:https');
      get('https://pictures.example/', { agent: new HttpsProxyAgent(process.env.HTTPS_PROXY) },
        (response) => { console.log(response.statusCode); response.resume(); });`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, ...proxy.environment },
    });
    expect(stdout.trim()).toBe('200');
  });
});

describe('certificates', () => {
  it('are signed by the authority and name the host or the address', () => {
    const authority = createAuthority();
    const root = new X509Certificate(authority.certificate);
    const named = new X509Certificate(authority.issue('pictures.example').certificate);
    const numbered = new X509Certificate(authority.issue('127.0.0.1').certificate);
    expect(root.ca).toBe(true);
    expect(named.ca).toBe(false);
    expect(named.verify(root.publicKey)).toBe(true);
    expect(named.checkIssued(root)).toBe(true);
    expect(named.checkHost('pictures.example')).toBe('pictures.example');
    expect(named.checkHost('other.example')).toBeUndefined();
    expect(numbered.checkIP('127.0.0.1')).toBe('127.0.0.1');
  });
});
