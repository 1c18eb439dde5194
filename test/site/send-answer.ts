// Puts an answer on the wire: content type, encoding, delay, and the breakages a rule may ask for.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { typeOf } from './answers.ts';
import type { Answer, Rule, SeenRequest } from './answers.ts';

const NOT_FOUND: Answer = {
  status: 404,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Not found</title><h1>Not found</h1>',
};

export function seenRequest(request: IncomingMessage): SeenRequest {
  return {
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: request.url ?? '/',
    referer: request.headers.referer ?? null,
    cookie: request.headers.cookie ?? null,
    userAgent: request.headers['user-agent'] ?? null,
    headers: request.headers,
  };
}

/** Sends the answer, or a 404 where there is none. Resolves when there is nothing more to do; never rejects. */
export async function sendAnswer(
  request: SeenRequest,
  response: ServerResponse,
  answer: Answer | null,
  rule: Rule = {},
): Promise<void> {
  if (rule.delayMs !== undefined) await wait(rule.delayMs);
  if (response.destroyed) return;
  if (rule.break === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const sent = answer ?? NOT_FOUND;
  const body = encoded(sent.body ?? '', rule.encoding);
  writeHead(request, response, sent, body, rule.encoding);
  if (request.method === 'HEAD') response.end();
  else if (rule.break === undefined) response.end(body);
  else breakBody(response, body, rule.break);
}

function encoded(body: string | Uint8Array, encoding: Rule['encoding']): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);
  if (encoding === undefined) return bytes;
  return encoding === 'gzip' ? gzipSync(bytes) : brotliCompressSync(bytes);
}

function writeHead(
  request: SeenRequest,
  response: ServerResponse,
  answer: Answer,
  body: Buffer,
  encoding: Rule['encoding'],
): void {
  const type = answer.type === undefined ? typeOf(request.path) : answer.type;
  if (type !== null) response.setHeader('content-type', type);
  response.setHeader('content-length', body.length);
  if (encoding !== undefined) response.setHeader('content-encoding', encoding);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.writeHead(answer.status ?? 200);
}

function breakBody(response: ServerResponse, body: Buffer, how: 'cut' | 'stall'): void {
  const half = body.subarray(0, Math.ceil(body.length / 2));
  response.write(half, () => {
    if (how === 'cut') response.socket?.destroy();
  });
}
