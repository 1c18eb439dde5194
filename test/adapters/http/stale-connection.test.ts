// A server may close a connection that is kept at the very moment at which it is used again: that is no failure of the page.

import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../main/adapters/http/http.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\npage';

/** Answers so many requests of each connection, and closes it at the next. */
async function closingServer(answers: number): Promise<{ readonly url: string; readonly connections: () => number }> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let left = answers;
    socket.on('error', () => undefined);
    socket.on('data', () => (left-- > 0 ? socket.write(answer) : socket.resetAndDestroy()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    open.forEach((socket) => socket.destroy());
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, connections: () => connections };
}

function client() {
  const http = createHttp({ proxyFor: async () => null });
  onTestFinished(() => http.close());
  const jar = http.newJar();
  const { signal } = new AbortController();
  return (url: string) => http.get({ url, want: 'page', referer: null, jar, page: null, signal });
}

it('is asked anew over another connection', async () => {
  const { url, connections } = await closingServer(1);
  const get = client();
  for (const count of [1, 2, 3]) {
    const got = await get(url);
    expect(got.ok && Buffer.from(got.value.bytes).toString()).toBe('page');
    expect(connections()).toBe(count);
  }
});

it('a new connection that is closed without an answer is a failure, and asked once', async () => {
  const { url, connections } = await closingServer(0);
  expect(await client()(url)).toMatchObject({ ok: false, failure: { kind: 'offline', detail: 'ECONNRESET' } });
  expect(connections()).toBe(1);
});
