// A bare connection to a host and port: directly, or through the user's proxy (http, https, socks).

import { EventEmitter } from 'node:events';
import { ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** Milliseconds for the connection to stand. */
const connectMs = 15_000;

/** Connected when it is given. Rejects with what Node says. */
export async function connectThrough(url: URL, proxy: string | null, lookup: LookupFunction): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? 443 : Number(url.port);
  if (proxy === null) return connected(connect({ host, port, lookup, noDelay: true }));
  if (proxy.startsWith('socks')) return throughSocks(proxy, host, port);
  return throughHttp(new URL(proxy), `${url.hostname}:${port}`);
}

function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(Object.assign(new Error('no connection'), { code: 'ETIMEDOUT' })), connectMs);
    const failed = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      resolve(socket);
    });
  });
}

/** RFC 9110, section 9.3.6. */
function throughHttp(proxy: URL, authority: string): Promise<Socket> {
  const { username, password } = proxy;
  const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const headers = { host: authority, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${secret}` }) };
  const send = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = send({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: authority, headers, timeout: connectMs });
    asked.once('timeout', () => asked.destroy(Object.assign(new Error('the proxy did not answer'), { code: 'ETIMEDOUT' })));
    asked.once('error', reject);
    asked.once('connect', (answer, socket) => {
      socket.setTimeout(0);
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy answered ${answer.statusCode}`));
    });
    asked.once('response', (answer) => {
      asked.destroy();
      reject(new Error(`the proxy answered ${answer.statusCode}`));
    });
    asked.end();
  });
}

async function throughSocks(proxy: string, host: string, port: number): Promise<Socket> {
  const agent = new SocksProxyAgent(proxy, { timeout: connectMs });
  // The agent asks for the request that it connects for, and does nothing with it.
  const request = new EventEmitter() as ClientRequest;
  return agent.connect(request, { host, port, secureEndpoint: false });
}
