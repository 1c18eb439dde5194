// Electron's twenty security points (its tutorial "Security", as of version 45), one assertion each, on the built app: what it tells
// Electron while it runs in the stand-in, and what stands in the built files.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { buildIfOlder } from '../../scripts/build-if-older.ts';
import type { AppDriver, Desktop } from '../app/driver.ts';
import type { PageDriver } from '../app/page-driver.ts';
import { startSite, type Site } from '../site/site.ts';
import { launchApp } from '../stand-in/launch.ts';
import type { Precautions, WindowPrecautions } from '../stand-in/precautions.ts';

declare const offprint: Bridge;

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

let folder = '';
let app: AppDriver;
let window: PageDriver;
let desktop: Desktop;
let site: Site;
let built: Precautions;
let main: WindowPrecautions;
let mainCode = '';

beforeAll(async () => {
  expect(await buildIfOlder(root)).toBe(true);
  folder = await mkdtemp(join(tmpdir(), 'offprint-points-'));
  const words = 'The harbour was quiet that morning, and the boats lay still upon the water for an hour. '.repeat(8);
  site = await startSite({ fallback: ({ path }) => ({ body: `<!doctype html><title>${path}</title><article><h1>${path}</h1><p>${words}</p></article>` }) });
  app = await launchApp({ userData: join(folder, 'data'), args: ['--library', join(folder, 'library')], environment: { HOME: folder } });
  window = await app.window();
  if (app.desktop === null) throw new Error('the stand-in has a desktop');
  desktop = app.desktop;
  await window.waitFor(() => 'offprint' in globalThis);
  // Drawn by a hidden page, checked by another: every kind of page that the app opens has been open. What comes of it is not asked here.
  const save = (mode: 'browser' | 'static') => window.evaluate((url, how) => offprint.calls.save({ inputs: [url], tags: [], mode: how, base: null }), site.url(`/${mode}.html`), mode);
  const saved = [await save('static'), await save('browser')];
  built = await desktop.precautions();
  if (built.windows.length < 3) throw new Error(JSON.stringify(saved));
  const own = built.windows.find(({ partition }) => partition.startsWith('persist:'));
  if (own === undefined) throw new Error('no window');
  main = own;
  mainCode = await readFile(join(root, 'out', 'main', 'main.js'), 'utf8');
}, 120_000);

afterAll(async () => {
  await app.kill();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const each = (look: (window: WindowPrecautions) => unknown): unknown[] => built.windows.map(look);
const preferencesAre = (name: string, value: unknown): void => expect(each(({ preferences }) => preferences[name])).toEqual(built.windows.map(() => value));

describe("Electron's points", () => {
  it('are asked of the window and of hidden pages of both kinds', () => {
    expect(new Set(each(({ partition }) => partition.replace(/-\d+$/, '')))).toEqual(new Set(['persist:offprint', 'sealed', 'drawing']));
  });

  it('1. only what is secure is loaded: the window loads its own scheme and nothing of the web', () => {
    expect(main.loads.filter((url) => !url.startsWith('app:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('2. no Node in any page', () => {
    preferencesAre('nodeIntegration', false);
    expect(each(({ preferences }) => [preferences['nodeIntegrationInWorker'], preferences['nodeIntegrationInSubFrames']])).toEqual(built.windows.map(() => [undefined, undefined]));
  });

  it('3. context isolation', async () => {
    preferencesAre('contextIsolation', true);
    expect(await window.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis))).toEqual([]);
  });

  it('4. every process is sandboxed, and none is let out by a switch', () => {
    preferencesAre('sandbox', true);
    expect(built.sandboxed).toBe(true);
    expect(mainCode).not.toMatch(/no-sandbox|appendSwitch/);
  });

  it('5. no permission is granted: not on request, not on a check, not for a device', () => {
    expect(each(({ granted }) => granted)).toEqual(built.windows.map(() => []));
  });

  it('6. web security stays on', () => {
    preferencesAre('webSecurity', undefined);
    expect(mainCode).not.toMatch(/webSecurity|disable-web-security/);
  });

  it('7. a content policy: scripts of the app alone', async () => {
    const policy = await window.evaluate(async () => (await fetch('/')).headers.get('content-security-policy') ?? '');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  });

  it('8. no insecure content', () => {
    preferencesAre('allowRunningInsecureContent', undefined);
    expect(mainCode).not.toContain('allowRunningInsecureContent');
  });

  it('9. no experimental features', () => {
    preferencesAre('experimentalFeatures', undefined);
    expect(mainCode).not.toContain('experimentalFeatures');
  });

  it('10. no Blink features', () => {
    preferencesAre('enableBlinkFeatures', undefined);
    expect(mainCode).not.toMatch(/enableBlinkFeatures|enable-blink-features/);
  });

  it('11. no webview that may open windows: there is none in the window', async () => {
    const html = await window.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toMatch(/<webview|allowpopups/);
  });

  it('12. no webview is attached, whatever its options', () => {
    preferencesAre('webviewTag', false);
    expect(each(({ attachesWebviews }) => attachesWebviews)).toEqual(built.windows.map(() => false));
  });

  it('13. nothing navigates: not the window, and a frame only to a stored page', () => {
    expect(main.leadsTo).toEqual([]);
    expect(main.framesLeadTo).toEqual(['app://offprint/library/articles/2026/a/captures/c/reader.html']);
    // Only a page that is drawn goes where it leads, through its one proxy.
    for (const { partition, leadsTo, proxy } of built.windows) {
      if (partition.startsWith('drawing')) expect(proxy).toMatch(/^\S+127\.0\.0\.1:\d+ <-loopback>$/);
      else expect([leadsTo, proxy]).toEqual([[], 'http://127.0.0.1:9 <-loopback>']);
    }
  });

  it('14. no new windows, no downloads', () => {
    expect(each(({ opens, downloads }) => [opens, downloads])).toEqual(built.windows.map(() => [[], false]));
  });

  it('15. nothing but web and mail addresses is handed to the system', async () => {
    const others = ['file:///etc/passwd', 'javascript:alert(1)', 'smb://a/b', 'ms-settings:', 'data:text/html,x', 'offprint://save?url=https://a.test/', 'C:\\x.exe', '//a.test', 'search-ms:query=x', 'HTTPS', '', ' '];
    for (const url of others) expect(await window.evaluate((address) => offprint.calls.openExternal({ url: address }), url)).toMatchObject({ ok: false });
    expect(await desktop.handedOver()).toEqual([]);
  });

  it('16. a current Electron: the newest that this project knows, by its lock file', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    expect(Number(lock.packages['node_modules/electron']?.version.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  it('17. who calls is looked at: the main frame of our window at its own address, and nobody else', async () => {
    const own = { url: 'app://offprint/', isChild: false, id: 1 };
    const answered = async (change: object): Promise<unknown> => desktop.callAs({ ...own, ...change }, 'environment', {});
    expect(await answered({})).toMatchObject({ ok: true });
    const strangers = [
      { isChild: true },
      { id: 2 },
      { url: null },
      { url: 'app://offprint/library/articles/2026/a/captures/c/reader.html' },
      { url: 'app://other/' },
      { url: 'https://offprint/' },
      { url: 'about:blank' },
      { url: 'data:text/html,x' },
      { url: 'file:///index.html' },
    ];
    for (const change of strangers) expect(await answered(change), JSON.stringify(change)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('18. no file: the window lives at a scheme of its own, which only its own session has', () => {
    expect(each(({ partition, schemes }) => [partition.replace(/-\d+$/, ''), schemes].flat().join(' '))).toEqual(
      built.windows.map(({ partition }) => (partition === main.partition ? 'persist:offprint app' : partition.replace(/-\d+$/, ''))),
    );
    expect(mainCode).not.toMatch(/loadFile|["'`]file:\/\//);
  });

  it('19. fuses: no Node in the packed program, and only its own archive', () => {
    const { electronFuses } = parse(read('electron-builder.yml')) as { electronFuses: Record<string, boolean> };
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });

  it('20. pages have no part of Electron: the bridge is calls, events, and paths of files that were dropped', async () => {
    const bridge = await window.evaluate(() => Object.entries(offprint).map(([name, value]) => `${name} ${typeof value}`).sort());
    expect(bridge).toEqual(['calls object', 'listen function', 'pathsOf function']);
    expect(read('out/preload/preload.cjs')).not.toMatch(/exposeInMainWorld\((?!["']offprint["'])/);
    expect(read('out/preload/preload.cjs').match(/ipcRenderer\.\w+/g)?.toSorted()).toEqual(['ipcRenderer.invoke', 'ipcRenderer.on']);
  });
});
