// The only way from a drawn page to the web: a proxy on this machine, one for each page, that asks for a password. It judges
// whom the page may reach by the address that is really connected to, sends on through the user's own proxy where there
// is one, and counts the bytes. It reads nothing of what is encrypted.

import { randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { lookup as systemLookup } from 'node:dns';
import type { Duplex } from 'node:stream';
import { createAgentPool, type AgentPool } from '../../http/agents.ts';
import { isPrivateAddress, literalAddress, PrivateAddressError, publicLookup, type AddressJudge } from '../../http/private-network.ts';
import { connectThrough } from './gate-tunnel.ts';

export interface WayOut {
  /** The user's proxy for an address, or null to connect directly. */
  readonly proxyFor: (url: string) => Promise<string | null>;
  readonly lookup?: LookupFunction;
  readonly isPrivate?: AddressJudge;
}

export interface Gate {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly username: string;
  readonly password: string;
  /** Bytes that came through it. */
  readonly bytes: () => number;
  /** Why what was last not reached was not, as Node says it (`ENOTFOUND`, `EPRIVATEADDRESS`, …), or null. */
  readonly problem: () => string | null;
  close(): Promise<void>;
}

interface Inside {
  readonly way: Required<WayOut>;
  readonly pool: AgentPool;
  readonly authorization: string;
  readonly sockets: Set<Duplex>;
  readonly bytesAllowed: number;
  /** Of the page: `own` when the first address that answered is on this machine or its network. */
  network: 'own' | 'public' | null;
  bytes: number;
  problem: string | null;
}

/** @param bytesAllowed beyond these all its connections are cut */
export async function openGate(way: WayOut, bytesAllowed: number): Promise<Gate> {
  const [username, password] = ['offprint', randomBytes(18).toString('base64url')];
  const inside: Inside = {
    way: { lookup: systemLookup, isPrivate: isPrivateAddress, ...way },
    pool: createAgentPool(),
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    sockets: new Set(),
    bytesAllowed,
    network: null,
    bytes: 0,
    problem: null,
  };
  const server = createServer((incoming, outgoing) => void forward(inside, incoming, outgoing));
  server.on('connect', (incoming, socket, head) => void tunnel(inside, incoming, socket, head));
  // Browsers close connections when they please.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('connection', (socket) => keep(inside, socket));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    username,
    password,
    bytes: () => inside.bytes,
    problem: () => inside.problem,
    close: () => close(server, inside),
  };
}

async function close(server: Server, inside: Inside): Promise<void> {
  for (const socket of inside.sockets) socket.destroy();
  inside.pool.close();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
}

/** What has had all its bytes opens no further connection either: the browser would try again at once. */
function keep(inside: Inside, socket: Duplex): void {
  if (inside.bytes > inside.bytesAllowed) {
    socket.destroy();
    return;
  }
  inside.sockets.add(socket);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => inside.sockets.delete(socket));
}

function mayPass(inside: Inside, incoming: IncomingMessage): boolean {
  return incoming.headers['proxy-authorization'] === inside.authorization;
}

/** The user's proxy for an address, and how names become addresses for it. Throws where the page may not go there. */
async function wayTo(inside: Inside, url: URL): Promise<{ readonly proxy: string | null; readonly lookup: LookupFunction }> {
  const { way } = inside;
  const proxy = await way.proxyFor(url.href);
  const literal = literalAddress(url);
  if (inside.network !== 'public') return { proxy, lookup: way.lookup };
  if (literal !== null && way.isPrivate(literal)) throw new PrivateAddressError(literal);
  // A proxy is on one's own network often enough; whom it connects to is its own affair.
  return { proxy, lookup: proxy === null ? publicLookup(way.lookup, way.isPrivate) : way.lookup };
}

/** Through a proxy only a spelled-out address tells on which network the page is. */
function noteNetwork(inside: Inside, connectedTo: string | undefined, asked: URL, proxy: string | null): void {
  const address = proxy === null ? connectedTo : literalAddress(asked);
  inside.network ??= typeof address === 'string' && inside.way.isPrivate(address) ? 'own' : 'public';
}

function count(inside: Inside, stream: NodeJS.EventEmitter): void {
  stream.on('data', (chunk: Uint8Array) => {
    inside.bytes += chunk.byteLength;
    if (inside.bytes > inside.bytesAllowed) for (const socket of inside.sockets) socket.destroy();
  });
}

function problemIn(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code ?? (error instanceof Error ? error.message : String(error));
}

const askForPassword = { 'proxy-authenticate': 'Basic realm="offprint"', 'content-length': '0' };

/** Plain http: the request is sent on, its answer handed back as it is. */
async function forward(inside: Inside, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (!mayPass(inside, incoming)) return void outgoing.writeHead(407, askForPassword).end();
  const url = URL.parse(incoming.url ?? '');
  if (url?.protocol !== 'http:') return void outgoing.writeHead(400).end();
  const fail = (error: unknown): void => {
    inside.problem = problemIn(error);
    outgoing.destroy();
  };
  try {
    const { proxy, lookup } = await wayTo(inside, url);
    const headers = { ...incoming.headers };
    delete headers['proxy-authorization'];
    delete headers['proxy-connection'];
    const sent = httpRequest(url, { method: incoming.method ?? 'GET', headers, lookup, agent: inside.pool.agentsFor(proxy).http });
    sent.on('error', fail);
    sent.on('response', (answer) => {
      noteNetwork(inside, answer.socket.remoteAddress, url, proxy);
      count(inside, answer);
      answer.on('error', () => outgoing.destroy());
      answer.once('aborted', () => outgoing.destroy());
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    outgoing.once('close', () => sent.destroy());
    incoming.pipe(sent);
  } catch (error) {
    fail(error);
  }
}

/** Everything else: a connection through which the browser speaks for itself. */
async function tunnel(inside: Inside, incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  if (!mayPass(inside, incoming)) {
    return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="offprint"\r\nContent-Length: 0\r\n\r\n');
  }
  const url = URL.parse(`https://${incoming.url ?? ''}`);
  if (url === null) return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  try {
    const { proxy, lookup } = await wayTo(inside, url);
    const far = await connectThrough(url, proxy, lookup);
    keep(inside, far);
    noteNetwork(inside, far.remoteAddress, url, proxy);
    count(inside, far);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.byteLength > 0) far.write(head);
    far.once('close', () => socket.destroy());
    socket.once('close', () => far.destroy());
    far.pipe(socket).pipe(far);
  } catch (error) {
    inside.problem = problemIn(error);
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
  }
}
