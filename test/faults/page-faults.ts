// What can be wrong with a page on its way, and what must become of it.

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { FailureKind } from '../../preload/contract/result.ts';
import { drawGif } from '../demo/draw.ts';
import { answer, bytes, drip, flood, headOf, type Fault } from './fault-server.ts';
import { article, picture } from './pages.ts';

export interface PageRow {
  readonly name: string;
  /** A path on the fault server with its fault, or a whole address. */
  readonly fault: Fault | string;
  readonly expect: 'saved' | FailureKind;
  /** In the sentence that the user reads. */
  readonly says?: RegExp;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = article('A page');
const ok = (headers: Record<string, string>, body: string | Uint8Array = page): Fault => answer(200, headers, body);
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const to = (location: string): Fault => answer(302, { location });
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), Buffer.alloc(500, 0x20), Buffer.from('%%EOF')]);
const zip = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), Buffer.alloc(400, 3)]);
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(400)]);
/** More than the table's limit for a page, in few bytes. */
const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20));
const many = 100_000;

const connection: PageRow[] = [
  { name: 'a host that has no name', fault: 'http://no-such-host.invalid/a.html', expect: 'offline', says: /ENOTFOUND|EAI_AGAIN/ },
  { name: 'a refused connection', fault: 'http://127.0.0.1:9/a.html', expect: 'offline', says: /ECONNREFUSED/ },
  { name: 'a reset connection', fault: bytes('', 'reset'), expect: 'offline', says: /try again/ },
  { name: 'an empty reply', fault: bytes('', 'end'), expect: 'offline', says: /try again/ },
  { name: 'a reply that is no HTTP', fault: bytes('SSH-2.0-OpenSSH_9.9\r\n', 'end'), expect: 'offline', says: /no HTTP/ },
  { name: 'an unknown scheme', fault: 'gopher://127.0.0.1/a', expect: 'bad-input' },
];

const slow: PageRow[] = [
  { name: 'no answer', fault: bytes('', 'stall'), expect: 'timed-out', says: /in time/ },
  { name: 'a head that drips', fault: drip('HTTP/1.1 200 OK\r\n', 'x-more: and more\r\n', 60), expect: 'timed-out' },
  { name: 'a body that stalls', fault: bytes(headOf(200, { ...html, 'content-length': '9000' }) + page.slice(0, 400), 'stall'), expect: 'timed-out', says: /nothing came for/ },
  { name: 'a body that drips', fault: drip(headOf(200, { ...html, 'content-length': '900000' }) + page, ' ', 60), expect: 'timed-out', says: /not whole after/ },
];

const cut: PageRow[] = [
  { name: 'a body shorter than announced', fault: bytes(headOf(200, { ...html, 'content-length': '90000' }) + page, 'end'), expect: 'offline', says: /cut short|ECONNRESET/ },
  { name: 'a body cut by a reset', fault: bytes(headOf(200, { ...html, 'content-length': '90000' }) + page, 'reset'), expect: 'offline' },
  { name: 'chunks without their end', fault: bytes(headOf(200, { ...html, 'transfer-encoding': 'chunked' }) + chunk(page), 'end'), expect: 'offline' },
  { name: 'a chunk that is none', fault: bytes(`${headOf(200, { ...html, 'transfer-encoding': 'chunked' })}${chunk(page)}zz\r\nxx`, 'end'), expect: 'offline' },
  { name: 'gzip that is cut', fault: ok({ ...html, 'content-encoding': 'gzip' }, gzipSync(page).subarray(0, 100)), expect: 'offline', says: /unpacked|cut short/ },
  { name: 'gzip that is none', fault: ok({ ...html, 'content-encoding': 'gzip' }), expect: 'offline', says: /unpacked/ },
];

const packed: PageRow[] = [
  { name: 'gzip', fault: ok({ ...html, 'content-encoding': 'gzip' }, gzipSync(page)), expect: 'saved' },
  { name: 'brotli', fault: ok({ ...html, 'content-encoding': 'br' }, brotliCompressSync(page)), expect: 'saved' },
  { name: 'zstd', fault: ok({ ...html, 'content-encoding': 'zstd' }, zstdCompressSync(page)), expect: 'saved' },
  { name: 'deflate', fault: ok({ ...html, 'content-encoding': 'deflate' }, deflateSync(page)), expect: 'saved' },
  { name: 'deflate without its head', fault: ok({ ...html, 'content-encoding': 'deflate' }, deflateRawSync(page)), expect: 'saved' },
  { name: 'gzip twice', fault: ok({ ...html, 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(page))), expect: 'saved' },
  { name: 'an encoding that is none', fault: ok({ ...html, 'content-encoding': 'utf-8' }), expect: 'saved' },
];

const redirects: PageRow[] = [
  { name: 'a redirect to itself', fault: (socket, { path }) => to(path)(socket, { path, head: '' }), expect: 'refused', says: /too many redirects/ },
  { name: 'a redirect to a file', fault: to('file:///etc/passwd'), expect: 'refused', says: /no web address/ },
  { name: 'a redirect to data', fault: to('data:text/html,<p>Hello'), expect: 'refused', says: /no web address/ },
  { name: 'a redirect to a script', fault: to('javascript:alert(1)'), expect: 'refused', says: /no web address/ },
  { name: 'a redirect to nowhere', fault: to('http://[::'), expect: 'refused', says: /leads nowhere/ },
  { name: 'a redirect without an address', fault: answer(302, {}), expect: 'refused', says: /HTTP 302/ },
];

const large: PageRow[] = [
  { name: 'a head of 5 MB', fault: bytes(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(5_000_000)}\r\n\r\n${page}`, 'end'), expect: 'too-large', says: /head/ },
  { name: 'a head without an end', fault: flood('HTTP/1.1 200 OK\r\nx-long: ', Buffer.alloc(65_536, 0x61)), expect: 'too-large', says: /head/ },
  { name: 'many small heads', fault: bytes(`HTTP/1.1 200 OK\r\n${'x-more: and more\r\n'.repeat(200_000)}\r\n${page}`, 'end'), expect: 'too-large' },
  { name: 'a page that says it is large', fault: flood(headOf(200, { ...html, 'content-length': '100000000' }), Buffer.alloc(65_536, 0x20)), expect: 'too-large', says: /more than \d+ MB/ },
  { name: 'a page without an end', fault: flood(headOf(200, { ...html, connection: 'close' }), Buffer.alloc(65_536, 0x20)), expect: 'too-large' },
  { name: 'a gzip bomb', fault: ok({ ...html, 'content-encoding': 'gzip' }, bomb), expect: 'too-large' },
];

const types: PageRow[] = [
  { name: 'a page without a type', fault: ok({}), expect: 'saved' },
  { name: 'a page as unknown bytes', fault: ok({ 'content-type': 'application/octet-stream' }), expect: 'saved' },
  { name: 'a page as a picture', fault: ok({ 'content-type': 'image/png' }), expect: 'saved' },
  { name: 'a picture as a page', fault: ok(html, picture), expect: 'unsupported', says: /image\/png/ },
  { name: 'a GIF as a page', fault: ok(html, drawGif(3, 30, 20)), expect: 'unsupported', says: /image\/gif/ },
  { name: 'a PDF as a page', fault: ok(html, pdf), expect: 'unsupported', says: /application\/pdf/ },
  { name: 'a zip as a page', fault: ok(html, zip), expect: 'unsupported', says: /application\/zip/ },
  { name: 'a program as a page', fault: ok(html, program), expect: 'unsupported' },
  { name: 'a PDF', fault: ok({ 'content-type': 'application/pdf' }, pdf), expect: 'unsupported', says: /application\/pdf/ },
  { name: 'JSON', fault: ok({ 'content-type': 'application/json' }, '{"a":1}'), expect: 'unsupported', says: /application\/json/ },
  { name: 'nothing', fault: ok(html, ''), expect: 'not-an-article', says: /empty/ },
];

const statuses: PageRow[] = [
  [401, 'refused'], [402, 'refused'], [403, 'refused'], [451, 'refused'], [404, 'not-found'], [410, 'not-found'], [204, 'not-an-article'], [205, 'not-an-article'],
  [304, 'refused'], [408, 'busy'], [425, 'busy'], [429, 'busy'], [500, 'busy'], [502, 'busy'], [503, 'busy'], [522, 'busy'],
].map(([status, expected]) => ({
  name: `HTTP ${status}`,
  fault: answer(status as number, html, status === 204 || status === 205 || status === 304 ? '' : article('An error with many words')),
  expect: expected as FailureKind,
  says: new RegExp(`HTTP ${status}`),
}));

const before: PageRow[] = [
  { name: 'a challenge', fault: ok(html, '<title>Just a moment...</title><form id="challenge-form"></form>'), expect: 'refused', says: /a person/ },
  { name: 'a consent wall', fault: ok(html, `<main><p>${'We and our partners store cookies. '.repeat(12)}</p><button>Accept all</button></main>`), expect: 'refused', says: /cookies/ },
  { name: 'a page to sign in', fault: ok(html, '<h1>Sign in</h1><form><input type=password></form>'), expect: 'refused', says: /sign in/ },
  { name: 'a shell', fault: ok(html, '<div id="root"></div><script src="/a.js"></script>'), expect: 'not-an-article', says: /scripts/ },
  { name: 'an error with status 200', fault: ok(html, '<title>404 Not Found</title><h1>Not found</h1>'), expect: 'not-found', says: /error page/ },
];

const odd: PageRow[] = [
  { name: 'a hundred thousand elements in each other', fault: ok(html, article('Nested', '<div>'.repeat(many) + 'Deep')), expect: 'saved' },
  { name: 'a hundred thousand inline elements in each other', fault: ok(html, article('Nested', '<span>'.repeat(many) + 'Deep')), expect: 'saved' },
  { name: 'a hundred thousand attributes', fault: ok(html, article('Attributes', `<p ${Array.from({ length: many }, (_, at) => `a${at}="1"`).join(' ')}>Many</p>`)), expect: 'saved' },
  { name: 'NUL bytes', fault: ok(html, article('Nu\0ls', '<p>And\0 a\0 few\0 more\0</p>').replace('<html', '\0\0<html')), expect: 'saved' },
];

export const pageRows: readonly PageRow[] = [
  ...connection, ...slow, ...cut, ...packed, ...redirects, ...large, ...types, ...statuses, ...before, ...odd,
];
