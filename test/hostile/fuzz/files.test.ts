// Files of strangers: front matter, link files, and the articles in a PDF, bent by chance and by hand. Each gives a page, a link or a
// failure; never a crash, a path outside, a prototype, or more memory than its bounds.

import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, it } from 'vitest';
import { unpackBundle } from '../../../main/engine/flows/unpack-bundle.ts';
import { readLinkFile } from '../../../main/engine/intake/link-file.ts';
import { readMarkdown } from '../../../main/engine/intake/markdown.ts';
import { bundleName } from '../../../main/engine/model/bundle.ts';
import { createChance, isPolluted, strings } from './chance.ts';

const times = Number(process.env['OFFPRINT_FUZZ'] ?? 60) * 20;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fileOf = (name: string, text: string) => ({ name, bytes: bytes(text), givenBase: null });

it('front matter of any kind gives words, an address of the web, or a failure', () => {
  const chance = createChance('front matter');
  const pieces = ['title', 'author', 'tags', 'source', 'date', 'marks', '__proto__', 'constructor', ': ', ':', '\n', '\n  ', '\n- ', '- ', '[', ']', '{', '}', ', ', '|', '>', '&a ', '*a', '<<: *a', '? ', '!!js/function "return 1"', '!!python/object/apply:os.system ["id"]', '!!binary AAAA', '!!set', '!<tag:a.test,2026:x>', '%YAML 1.1', '---', '...', '#', '"', "'", '\\x00', '\t', '0x7fffffffffffffff', '1e999', '.nan', '~', 'yes', '2026-01-01', 'javascript:alert(1)', 'https://a.test/', '<img src=x onerror=alert(1)>', '\ud800'] as const;
  let read = 0;
  for (let count = 0; count < times; count += 1) {
    const yaml = chance.chain(pieces, 14);
    const result = readMarkdown(fileOf('a.md', `---\n${yaml}\n---\n\nWords.\n`));
    if (!result.ok) {
      expect(result.failure.kind, yaml).toBe('bad-input');
      continue;
    }
    read += 1;
    if (result.value.kind !== 'page') throw new Error('no page');
    const { hints, url } = result.value.page;
    expect(url === null || /^https?:$/.test(new URL(url).protocol), yaml).toBe(true);
    for (const value of [hints.title, hints.byline, hints.site, hints.published, hints.language]) expect(['string', 'undefined'], yaml).toContain(typeof value);
    expect((hints.tags ?? []).every((tag) => typeof tag === 'string'), yaml).toBe(true);
  }
  expect(read).toBeGreaterThan(times / 20);
  expect(isPolluted()).toBe(false);
});

it('aliases that stand for aliases are not unfolded without end', () => {
  const levels = Array.from({ length: 12 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 12 }, () => `*l${level}`).join(', ')}]`);
  const bomb = `---\nl0: &l0 ["x"]\n${levels.join('\n')}\ntags: *l12\n---\n\nWords.\n`;
  expect(readMarkdown(fileOf('a.md', bomb))).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
});

it.each([
  ['a key of every object', '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}'],
  ['a merge of it', 'a: &a {__proto__: {polluted: true}}\n<<: *a\ntitle: {<<: *a}'],
  ['a tag that makes an object', 'title: !!js/new Error\nauthor: !!js/regexp /x/\ntags: !!map {__proto__: [x]}'],
])('front matter with %s is plain data', (_, yaml) => {
  const result = readMarkdown(fileOf('a.md', `---\n${yaml}\n---\n\nWords.\n`));
  expect(isPolluted()).toBe(false);
  if (result.ok && result.value.kind === 'page') expect(Object.getPrototypeOf(result.value.page.hints)).toBe(Object.prototype);
});

it('a link file gives one address of the web, or a failure', () => {
  const chance = createChance('link files');
  const pieces = ['[InternetShortcut]', '\r\n', '\n', 'URL=', 'url = ', 'URL[$e]=', 'BASEURL=', 'Exec=rm -rf /', 'Icon=\\\\a.test\\x.ico', 'Type=Link', 'Type=Application', '<key>URL</key>', '<string>', '</string>', '<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;', '&amp;', 'https://a.test/a?b=1', 'file:///etc/passwd', 'javascript:alert(1)', 'https://user:secret@a.test/', 'bplist00', '\0', '\ud800', ' '] as const;
  let links = 0;
  for (let count = 0; count < times; count += 1) {
    const text = chance.chain(pieces, 10);
    const result = readLinkFile(fileOf('a.url', text));
    if (!result.ok) expect(result.failure.kind, text).toBe('bad-input');
    else if (result.value.kind === 'link') {
      links += 1;
      expect(result.value.url, text).toMatch(/^https?:\/\//i);
    }
  }
  expect(links).toBeGreaterThan(0);
});

const id = '1m86a4jsb0tz9wj4';
const captureId = '1m86a4jsb9sxfm54';
const folder = `articles/2026/${id}`;
const view = { sha256: '0'.repeat(64), bytes: 1 };

interface Parts {
  readonly article?: object;
  readonly manifest?: object;
  readonly more?: Zippable;
}

function parts({ article = {}, manifest = {}, more = {} }: Parts = {}): Zippable {
  const state = { read: false, starred: false, archived: false };
  const captures = [{ id: captureId, capturedAt: '2026-01-01T00:00:00Z', images: { found: 0, saved: 0 } }];
  const whole = { format: 1, id, title: 'T', url: null, byline: null, site: null, language: null, published: null, knownAs: [], tags: [], words: 1, state, savedAt: '2026-01-01T00:00:00Z', deletedAt: null, lead: null, captures, shown: captureId, ...article };
  const page = { sha256: '0'.repeat(64), source: 'source.html' };
  const record = { captureId, articleId: id, capturedAt: '2026-01-01T00:00:00Z', page, resources: [], views: { reader: view, original: view }, ...manifest };
  const html = strToU8('<!doctype html><html><head></head><body><p onclick="alert(1)">Words</p><script>alert(1)</script></body></html>');
  const inside = `${folder}/captures/${captureId}`;
  return {
    [`${folder}/article.json`]: strToU8(JSON.stringify(whole)),
    [`${inside}/manifest.json`]: strToU8(JSON.stringify(record)),
    [`${inside}/reader.html`]: html,
    [`${inside}/original.html`]: html,
    [`${inside}/source.html`]: html,
    ...more,
  };
}

async function pdfWith(zip: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  await pdf.attach(zip, bundleName, { mimeType: 'application/zip' });
  return await pdf.save();
}

const unpacked = async (files: Zippable) => unpackBundle({ bytes: await pdfWith(zipSync(files)) });

it('an article in a PDF comes out cleaned', async () => {
  const bundle = await unpacked(parts());
  expect(bundle?.articles).toHaveLength(1);
  for (const page of [bundle?.articles[0]?.captures[0]?.reader, bundle?.articles[0]?.captures[0]?.original]) expect(page).not.toMatch(/onclick|<script/);
});

it('paths that lead elsewhere, names of every object and forged ids bring nothing with them', async () => {
  const elsewhere = ['../../evil.html', '/etc/passwd', 'C:\\x', 'blobs/../../x.png', `blobs/ab/${'ab'.repeat(32)}.png`, 'constructor', '__proto__', 'toString'];
  const resources = elsewhere.map((path) => ({ url: 'https://a.test/', path, sha256: null, role: 'image', tried: [] }));
  const bundle = await unpacked(parts({ article: { lead: { url: null, path: 'constructor' } }, manifest: { resources }, more: { '../../evil.html': strToU8('x'), '/etc/x': strToU8('x'), [`blobs/ab/${'ab'.repeat(32)}.png`]: strToU8('not its hash') } }));
  const [article] = bundle?.articles ?? [];
  expect(Object.keys(bundle?.blobs ?? {})).toEqual([]);
  expect(article?.captures[0]?.manifest.resources.map(({ path, missing }) => [path, missing])).toEqual(elsewhere.map(() => [null, 'not-attached']));
  expect(article?.document.lead?.path).toBeNull();
  for (const forged of ['../../../x', '', 'a/b', '.', id.toUpperCase(), '__proto__']) {
    expect(await unpacked(parts({ article: { id: forged } })), forged).toBeNull();
    expect(await unpacked(parts({ manifest: { captureId: forged } })), forged).toBeNull();
    expect(await unpacked(parts({ article: { shown: forged } })), forged).toBeNull();
  }
  for (const source of ['../../../../article.json', 'source.html/../x', '/etc/passwd', 'reader.html']) {
    expect(await unpacked(parts({ manifest: { page: { sha256: '', source } } })), source).toBeNull();
  }
  expect(isPolluted()).toBe(false);
}, 60_000);

it('an archive that says less than it holds, or more, is bounded by what it says', async () => {
  const zip = zipSync({ ...parts(), 'big.bin': new Uint8Array(5_000_000) });
  const at = Buffer.from(zip).indexOf('big.bin', Buffer.from(zip).indexOf(Buffer.from('PK\x01\x02')));
  const central = new DataView(zip.buffer, zip.byteOffset);
  // The size unpacked, in the central directory (APPNOTE 4.3.12): before the name, 46 bytes from its start.
  for (const size of [1, 0xfffffff0]) {
    const lying = zip.slice();
    new DataView(lying.buffer).setUint32(at - 46 + 24, size, true);
    expect(central.getUint32(at - 46 + 24, true)).toBe(5_000_000);
    await unpackBundle({ bytes: await pdfWith(lying) });
  }
  expect(process.memoryUsage().rss).toBeLessThan(3_000_000_000);
}, 60_000);

it('bytes that are flipped, cut or doubled anywhere give articles or nothing', async () => {
  const chance = createChance('archives');
  const zip = zipSync(parts({ article: { title: strings.join(' ') } }));
  for (let count = 0; count < times / 20; count += 1) {
    const bent = zip.slice(0, chance.below(5) === 0 ? chance.below(zip.length) : zip.length);
    for (let flips = chance.below(8); flips >= 0; flips -= 1) bent[chance.below(bent.length)] = chance.below(256);
    const pdf = await pdfWith(bent);
    if (chance.below(3) === 0) pdf[chance.below(pdf.length)] = chance.below(256);
    const bundle = await unpackBundle({ bytes: pdf });
    expect(bundle === null || bundle.articles.length === 1).toBe(true);
  }
  expect(isPolluted()).toBe(false);
}, 60_000);
