// The doors of the app with hostile keys: paths of its scheme, deep links, command lines, what is dropped.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAcceptedFile } from '../../../main/shell/launch/accepted-files.ts';
import { addressToSave } from '../../../main/shell/launch/deep-link.ts';
import { readLaunchArguments } from '../../../main/shell/launch/launch-arguments.ts';
import { answerAppRequest } from '../../../main/shell/protocol/answer-request.ts';
import { isCaptureAddress, isLocalAddress, isWindowAddress } from '../../../main/shell/security/addresses.ts';
import { readTransfer } from '../../../renderer/lib/dropped.ts';
import { addresses } from '../payloads/addresses.ts';
import { aimAt } from '../payloads/payload.ts';
import { createChance, isPolluted, strings } from './chance.ts';

const times = Number(process.env['OFFPRINT_FUZZ'] ?? 60) * 50;
const hash = 'ab'.repeat(32);
const served = [`blobs/ab/${hash}.jpg`, 'articles/2026/a1/captures/c1/reader.html'];

let base = '';
const secrets = ['secret.txt', 'window/.env', 'Library/library.json', 'Library/articles/2026/a1/article.json', 'Library/cache/index.sqlite', 'Library-2/blobs/ab/x.jpg'];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'offprint-doors-'));
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await writeFile(join(base, path), text);
  };
  for (const path of secrets) await put(path, 'a secret');
  for (const path of served) await put(`Library/${path}`, 'a page');
  await put('window/index.html', 'the window');
  // A library that was given to the user may have such in it.
  await symlink(join(base, 'secret.txt'), join(base, 'Library', 'blobs', 'ab', `ab${'cd'.repeat(31)}.jpg`));
  await symlink(base, join(base, 'Library', 'articles', '2027'), 'dir');
});

afterAll(() => rm(base, { recursive: true, force: true }));

it('whatever path is asked for, what is served is one of two files of the library or of the window', async () => {
  const chance = createChance('paths');
  const pieces = ['..', '.', '/', '\\', '%2e', '%2E%2e', '%2f', '%5c', '%5C', '%252e', '%00', '%', '%zz', '?', '#', '@', ':', ';', '//', 'library', 'blobs', 'ab', 'articles', '2026', '2027', 'a1', 'captures', 'c1', 'reader.html', 'article.json', 'library.json', 'secret.txt', 'window', 'Library', '.env', `${hash}.jpg`, `ab${'cd'.repeat(31)}.jpg`, 'etc/passwd', 'C:', '\ud800', 'ü', '\u2025', '\uff0e'] as const;
  let found = 0;
  for (let count = 0; count < times; count += 1) {
    const path = chance.below(3) === 0 ? chance.chain(pieces, 12) : chance.pick(['library/', 'library/../', 'library/%2e%2e/', 'library/articles/2027/', '']) + chance.chain(pieces, 8);
    const address = `app://offprint/${path}`;
    if (!URL.canParse(address)) continue;
    const answer = await answerAppRequest(new Request(address), { windowFolder: join(base, 'window'), library: () => join(base, 'Library') });
    const body = await answer.text();
    if (answer.status === 200) found += 1;
    expect(body, address).not.toContain('secret');
    expect([200, 404], address).toContain(answer.status);
  }
  for (const path of served) expect((await answerAppRequest(new Request(`app://offprint/library/${path}`), { windowFolder: join(base, 'window'), library: () => join(base, 'Library') })).status).toBe(200);
  expect(found).toBeGreaterThan(0);
});

const hostileAddresses = [...Object.values(addresses).map((address) => address(aimAt('http://a.test', 1))), ...strings];

it('a deep link gives one web address without a password, or nothing; a command line gives files of known endings', () => {
  const chance = createChance('links');
  const pieces = ['offprint:', 'OFFPRINT:', '//', '/', 'save', 'delete', '?', '&', 'url=', 'url[]=', 'URL=', '#', '@', ':', '%00', '%0a', '\n', ' ', 'https://a.test/', 'https%3A%2F%2Fa.test%2F', 'file:///etc/passwd', 'javascript:alert(1)', 'user:secret@', '--library', '--no-sandbox', '--inspect', '../x.md', 'x.html', 'x.exe', '.md', '-x.md', '\0', 'ü', '\ud800'] as const;
  for (let count = 0; count < times; count += 1) {
    const text = chance.below(2) === 0 ? `offprint://save?url=${encodeURIComponent((hostileAddresses[chance.below(hostileAddresses.length)] ?? '').toWellFormed())}${chance.below(4) === 0 ? chance.chain(pieces, 3) : ''}` : chance.chain(pieces, 9);
    const saved = addressToSave(text);
    if (saved !== null) {
      expect(new URL(saved).protocol, text).toMatch(/^https?:$/);
      expect(new URL(saved).username + new URL(saved).password, text).toBe('');
    }
    const { files, library, userData, deepLinks } = readLaunchArguments([text, chance.pick(strings), chance.chain(pieces, 4)], '/here');
    for (const path of [...files, library, userData].filter((each) => each !== null)) expect(isAbsolute(path), text).toBe(true);
    expect(files.filter((file) => !isAcceptedFile(file)), text).toEqual([]);
    expect(deepLinks.filter((link) => !/^offprint:/i.test(link)), text).toEqual([]);
  }
});

it('an address is taken for the window or for a stored page only where the whole of it is one', () => {
  const chance = createChance('addresses');
  const pieces = ['app:', 'APP:', 'https:', 'file:', 'blob:', '//', '/', '\\', 'offprint', 'offprint.test', 'x@offprint', 'offprint:80', 'library/', 'articles/2026/a1/captures/c1/reader.html', '/../', '%2e%2e/', '%2f', '?', '#', '\t', '\n', '\0'] as const;
  for (let count = 0; count < times; count += 1) {
    const address = chance.below(3) === 0 ? (hostileAddresses[chance.below(hostileAddresses.length)] ?? '') : chance.chain(pieces, 8);
    const url = URL.parse(address);
    const isOurs = url?.protocol === 'app:' && url.host === 'offprint';
    if (isWindowAddress(address)) expect([isOurs, url?.pathname.startsWith('/library/')], address).toEqual([true, false]);
    if (isCaptureAddress(address)) expect([isOurs, url?.pathname.endsWith('/reader.html')], address).toEqual([true, true]);
    if (isLocalAddress(address)) expect(['app:', 'data:', 'blob:'], address).toContain(url?.protocol);
  }
});

it('of what is dropped only web links and files are taken', () => {
  const chance = createChance('drops');
  const pieces = ['<a href="', '<a href=\'', '">x</a>', '\n', '#', ' ', 'javascript:alert(1)', 'file:///etc/passwd', 'https://a.test/x', 'HTTPS://A.TEST', 'data:text/html,x', '&amp;', '&#106;avascript:', '<img src=x onerror=alert(1)>', '\0', ')', '。', '\ud800', 'x'.repeat(300)] as const;
  for (let count = 0; count < times / 4; count += 1) {
    const text = chance.chain(pieces, 12);
    const only = chance.pick(['text/uri-list', 'text/x-moz-url', 'text/html', 'text/plain']);
    const dropped = readTransfer({ files: [], getData: (format) => (format === only ? text : '') });
    if (dropped.kind === 'links') expect(dropped.links.filter((link) => !/^https?:$/.test(new URL(link).protocol)), text).toEqual([]);
    else expect(dropped.kind).toBe('nothing');
  }
  expect(isPolluted()).toBe(false);
});
