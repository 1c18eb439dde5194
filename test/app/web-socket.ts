// DevTools over a WebSocket, as a Chromium with a debugging port offers it.

import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { connectDevTools, type DevToolsConnection } from '../../main/adapters/chromium/devtools-connection.ts';

export async function connectWebSocket(address: string): Promise<DevToolsConnection> {
  const socket = new WebSocket(address);
  const input = new PassThrough();
  // One message a frame; the pipe's form has a NUL after each.
  socket.addEventListener('message', (event) => input.write(`${String(event.data)}\0`));
  socket.addEventListener('close', () => input.destroy());
  const output = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      socket.send(text.slice(0, -1));
      done();
    },
  });
  await once(socket, 'open');
  return connectDevTools(input, output);
}
