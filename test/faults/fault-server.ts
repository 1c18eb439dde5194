// A server that speaks in bytes, on a loopback address: each path has a piece of code that gets the socket and may do what no
// honest server does. What is asked is written down.

import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface FaultRequest {
  readonly path: string;
  /** The whole head, as it came. */
  readonly head: string;
}

/** Answers on the bare socket, or breaks it. */
export type Fault = (socket: Socket, request: FaultRequest) => void;

export interface FaultServer extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  /** Paths, in the order in which they were asked for. */
  readonly asked: readonly string[];
  put(path: string, fault: Fault): void;
  url(path: string): string;
  count(path: string): number;
  close(): Promise<void>;
}

export async function startFaultServer(address = '127.0.0.1'): Promise<FaultServer> {
  const faults = new Map<string, Fault>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    onRequests(socket, (request) => {
      asked.push(request.path);
      const fault = faults.get(request.path.replace(/\?.*$/, ''));
      if (fault === undefined) send(socket, 404, {}, 'nothing here');
      else fault(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://${address}:${port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    origin,
    port,
    asked,
    put: (path, fault) => void faults.set(path, fault),
    url: (path) => origin + path,
    count: (path) => asked.filter((one) => one === path).length,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Requests without a body, one after the other on one connection. */
function onRequests(socket: Socket, take: (request: FaultRequest) => void): void {
  let held = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    held += text;
    for (let end = held.indexOf('\r\n\r\n'); end >= 0; end = held.indexOf('\r\n\r\n')) {
      const head = held.slice(0, end);
      held = held.slice(end + 4);
      take({ head, path: head.split(' ')[1] ?? '' });
    }
  });
}

export type Headers = Readonly<Record<string, string>>;

export function headOf(status: number, headers: Headers): string {
  return `HTTP/1.1 ${status} Said\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** A whole and honest answer. */
export function send(socket: Socket, status: number, headers: Headers, body: string | Uint8Array): void {
  const whole = typeof body === 'string' ? Buffer.from(body) : body;
  socket.write(headOf(status, { 'content-length': String(whole.byteLength), ...headers }));
  socket.write(whole);
}

export function answer(status: number, headers: Headers = {}, body: string | Uint8Array = ''): Fault {
  return (socket) => send(socket, status, headers, body);
}

/** These bytes and no more; the connection ends (`end`), breaks (`reset`) or stays silent (`stall`). */
export function bytes(what: string | Uint8Array, then: 'end' | 'reset' | 'stall'): Fault {
  return (socket) => {
    socket.write(what, () => {
      if (then === 'end') socket.end();
      if (then === 'reset') socket.resetAndDestroy();
    });
  };
}

/** A few bytes at a time, for ever. */
export function drip(head: string, piece: string | Uint8Array, everyMs: number): Fault {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

/** As fast as the other side takes it, for ever. */
export function flood(head: string, piece: Uint8Array): Fault {
  return (socket) => {
    socket.write(head);
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  };
}

/** This many answers of one kind, then the other. */
export function first(times: number, early: Fault, late: Fault): Fault {
  let asked = 0;
  return (socket, request) => {
    asked += 1;
    (asked <= times ? early : late)(socket, request);
  };
}
