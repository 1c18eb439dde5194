// A forward proxy on a loopback address that stands for the internet in tests: it answers for the given hosts
// itself, over http or over TLS with certificates of its own authority. It forwards nothing anywhere.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import type { SecureContext } from 'node:tls';

import { answerOf, refusalOf } from '../site/answers.ts';
import type { Resource, SeenRequest } from '../site/answers.ts';
import { seenRequest, sendAnswer } from '../site/send-answer.ts';
import { createAuthority } from './certificates.ts';
import { createContexts } from './host-contexts.ts';
import type { Flaw } from './host-contexts.ts';

export interface ProxyOptions {
  /** What answers for a host, by host name. All others are out of reach (502). */
  readonly hosts: Readonly<Record<string, Resource>>;
  /** Refuse requests whose Referer names another host (403). On by default. */
  readonly refuseForeignReferers?: boolean;
  readonly flaws?: Readonly<Record<string, Flaw>>;
}

export interface TestProxy extends AsyncDisposable {
  readonly origin: string;
  /** What a process needs in its environment to go through this proxy and to trust it. */
  readonly environment: Readonly<Record<'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY' | 'NODE_EXTRA_CA_CERTS', string>>;
  /** The authority's certificate, PEM. */
  readonly certificate: string;
  /** Every request for a host, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** The `host:port` of every CONNECT, oldest first. */
  readonly tunnels: readonly string[];
  readonly connections: number;
  /** While off, every host is out of reach (502). */
  setReachable(on: boolean): void;
  setRefuseForeignReferers(on: boolean): void;
  close(): Promise<void>;
}

export async function startProxy(options: ProxyOptions): Promise<TestProxy> {
  const authority = createAuthority();
  const contexts = createContexts(authority, options.flaws ?? {});
  const requests: SeenRequest[] = [];
  const tunnels: string[] = [];
  let reachable = true;
  let refuseForeign = options.refuseForeignReferers ?? true;
  let connections = 0;
  const knows = (host: string): boolean => reachable && Object.hasOwn(options.hosts, host);

  async function serve(request: SeenRequest, response: ServerResponse): Promise<void> {
    const host = hostName(request.host);
    const resource = knows(host) ? options.hosts[host] : undefined;
    if (resource === undefined) return sendAnswer(request, response, { status: 502, type: 'text/plain' });
    requests.push(request);
    const refusal = refusalOf(refuseForeign ? { referer: 'not-foreign' } : {}, request);
    await sendAnswer(request, response, refusal ?? (await answerOf(resource, request)));
  }

  const inner = createServer((incoming, response) => void serve(seenRequest(incoming), response));
  const outer = createServer((incoming, response) => void serve(plainRequest(incoming), response));
  outer.on('connection', () => (connections += 1));
  outer.on('connect', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const target = incoming.url ?? '';
    tunnels.push(target);
    if (knows(hostName(target))) openTunnel(inner, contexts(hostName(target)), socket, head);
    else socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
  });

  const folder = await mkdtemp(join(tmpdir(), 'offprint-proxy-'));
  const certificateFile = join(folder, 'authority.pem');
  await writeFile(certificateFile, authority.certificate);
  const origin = await listen(outer);
  const close = async (): Promise<void> => {
    await closeServer(outer);
    inner.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    origin,
    environment: {
      HTTP_PROXY: origin,
      HTTPS_PROXY: origin,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: certificateFile,
    },
    certificate: authority.certificate,
    requests,
    tunnels,
    get connections() {
      return connections;
    },
    setReachable: (on) => void (reachable = on),
    setRefuseForeignReferers: (on) => void (refuseForeign = on),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** `example.org:443` and `EXAMPLE.org` are `example.org`. */
function hostName(hostAndPort: string): string {
  return hostAndPort.replace(/:\d+$/, '').toLowerCase();
}

/** A request to a proxy names the whole address in its first line; what is seen is its path. */
function plainRequest(incoming: IncomingMessage): SeenRequest {
  const seen = seenRequest(incoming);
  if (!URL.canParse(seen.path)) return seen;
  const { host, pathname, search } = new URL(seen.path);
  return { ...seen, host, path: pathname + search };
}

/** Answers the CONNECT, then speaks TLS or plain http with the client, whichever it begins. */
function openTunnel(inner: Server, secureContext: SecureContext, socket: Socket, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) socket.unshift(head);
  socket.once('readable', () => {
    const first: Buffer | null = socket.read();
    if (first === null) {
      socket.destroy();
      return;
    }
    socket.unshift(first);
    const isTls = first[0] === 0x16;
    const spoken = isTls
      ? new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] })
      : socket;
    spoken.on('error', () => spoken.destroy());
    inner.emit('connection', spoken);
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
