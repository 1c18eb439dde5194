// The stand-in itself, with a small app of its own: what Electron does, as far as Offprint leans on it.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver, Desktop } from '../app/driver.ts';
import { commandKey } from '../app/keyboard.ts';
import type { PageDriver } from '../app/page-driver.ts';
import { waitUntil } from '../app/wait.ts';
import { launchApp } from './launch.ts';

const main = fileURLToPath(new URL('./fixture-app/main.mjs', import.meta.url));
let folder: string;
let app: AppDriver;
let page: PageDriver;
let desktop: Desktop;
let canary: Server;
let canaryAddress: string;
let connections = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  canary = createServer((_request, response) => response.end()).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryAddress = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  app = await launchApp({ main, userData: join(folder, 'user data') });
  page = await app.window();
  if (app.desktop === null) throw new Error('the stand-in has a desktop');
  desktop = app.desktop;
}, 60_000);

afterAll(async () => {
  await app.kill();
  canary.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Calls the fixture's main process from its page. */
function call(name: string, ...values: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    `fixture.call(${[name, ...values].map((value) => JSON.stringify(value)).join(', ')}).catch((error) => 'failed: ' + error.message)`,
  );
}

async function heard(name: string): Promise<readonly unknown[]> {
  const all = (await call('heard')) as readonly (readonly [string, unknown])[];
  return all.filter(([each]) => each === name).map(([, what]) => what);
}

/** The page's log, when it holds this. */
async function logWith(text: string): Promise<string> {
  return waitUntil(`${text} in the log`, async () => ((log) => (log.includes(text) ? log : null))(await page.text('#log')), 3_000);
}

/** Waits until the main process has heard of something, and gives all of it. */
async function expectHeard(name: string): Promise<readonly unknown[]> {
  return waitUntil(name, async () => ((all) => (all.length > 0 ? all : null))(await heard(name)), 3_000);
}

describe('calls', () => {
  it('go from the page to the main process and back', async () => {
    expect(await call('echo', { text: '文', list: [1, null] })).toEqual({ text: '文', list: [1, null] });
    const same = `fixture.call('echo', { at: new Date(5), set: new Set([1]), bytes: new Uint8Array([1, 255]), none: undefined })`;
    const kinds = await page.evaluate(`${same}.then((v) => [v.at.getTime(), v.set.has(1), v.bytes[1], 'none' in v])`);
    expect(kinds).toEqual([5, true, 255, true]);
  });

  it('fail in the page as they do in Electron', async () => {
    expect(await call('fail')).toBe("failed: Error invoking remote method 'call': Error: as told");
  });

  it('say what the stand-in lacks', async () => {
    expect(await call('unknown')).toContain('stand-in: app.makeCoffee is not supported');
    expect(await call('tray')).toContain('stand-in: Tray is not supported');
  });

  it('know the app', async () => {
    const facts = await call('facts');
    expect(facts).toMatchObject({ name: 'Fixture', version: '1.2.3', userData: join(folder, 'user data') });
  });
});

describe('the bridge', () => {
  it('carries functions, data and errors, and nothing else of the preload', async () => {
    expect(await page.evaluate('[fixture.platform, fixture.nested.sum(2, 3), typeof leaked, typeof require]')).toEqual([
      process.platform,
      5,
      'undefined',
      'undefined',
    ]);
    expect(await page.evaluate(`(() => { try { fixture.fail() } catch (error) { return error.message } })()`)).toBe('in the preload');
  });

  it('carries listeners, and lets them go', async () => {
    await desktop.pressMenu('File', 'Add Link');
    expect(await logWith('told')).toContain('told add 0;');
    await page.evaluate('stop()');
    await desktop.pressMenu('File', 'Add Link');
    await call('heard');
    expect((await page.text('#log')).match(/told add/g)).toHaveLength(1);
    await page.evaluate('window.stop = fixture.listen((told) => say(`told ${told.name} ${told.at.getTime()}`))');
  });
});

describe('addresses of the app', () => {
  it('are a secure origin with the policy of the handler', async () => {
    expect(await page.evaluate('[isSecureContext, location.pathname]')).toEqual([true, '/index.html']);
    expect(await page.evaluate(`(() => { try { return eval('1') } catch { return 'refused' } })()`)).toBe('refused');
  });

  it('load a sandboxed frame that the page can reach and that runs no script', async () => {
    await page.waitFor('iframe >>> img');
    expect(await page.text('iframe >>> p')).toBe('Inside the frame');
    const width = `document.getElementById('frame').contentDocument.images[0].naturalWidth`;
    expect(await page.evaluate(width)).toBe(7);
    expect(await page.evaluate(`document.getElementById('frame').contentDocument.body.innerText`)).not.toContain('ran');
  });

  it('pass Range headers and 206', async () => {
    const answer = await page.evaluate(
      `fetch('range', { headers: { range: 'bytes=0-1' } }).then(async (r) => [r.status, r.headers.get('content-range'), await r.text()])`,
    );
    expect(answer).toEqual([206, 'bytes 0-1/4', 'bytes=0-1']);
  });
});

describe('walls', () => {
  it('keep the page from the network, and tell the app of each try', async () => {
    await page.evaluate(`new Promise((resolve) => {
      const image = new Image();
      image.onerror = resolve;
      image.src = 'http://${canaryAddress}/picture.png';
    })`);
    expect(await heard('refused')).toContain(`http://${canaryAddress}/picture.png`);
    await page.evaluate(`(() => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preconnect', href: 'http://${canaryAddress}' });
      document.head.append(link);
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${canaryAddress}' }] });
      peer.createDataChannel('x');
      return peer.createOffer().then((offer) => peer.setLocalDescription(offer)).then(() => new Promise((r) => setTimeout(r, 500)));
    })()`);
    expect(connections).toBe(0);
  });

  it('keep links from leaving the page or opening another', async () => {
    await page.click('#away');
    expect(await expectHeard('will-navigate')).toEqual(['https://example.invalid/away']);
    await page.click('#new');
    expect(await expectHeard('window-open')).toEqual(['https://example.invalid/new']);
    await page.evaluate(`document.getElementById('frame').src = 'app://fixture/index.html'`);
    expect(await expectHeard('frame')).toEqual(['app://fixture/index.html']);
    expect(await page.evaluate('location.pathname')).toBe('/index.html');
  });
});

describe('the user', () => {
  it('clicks, types, presses keys and pastes', async () => {
    await page.click('name=Press me');
    await page.type('汉字', 'name=Words');
    expect(await page.evaluate(`document.getElementById('field').value`)).toBe('汉字');
    await page.press('Enter');
    await page.paste('pasted words');
    expect(await logWith('pasted words')).toContain('pressed;key Enter;paste pasted words;');
  });

  it('drops files with their paths, and links', async () => {
    const paths = [join(folder, 'a b.txt'), join(folder, '文.md')];
    for (const path of paths) await writeFile(path, 'text');
    await page.dropFiles(paths, '#drop');
    expect(await logWith('paths ')).toContain(`paths ${paths.join(' ')};`);
    await page.dropText({ 'text/uri-list': 'https://example.invalid/dropped' }, 'text=Drop here');
    expect(await logWith('link ')).toContain('link https://example.invalid/dropped;');
  });

  it('presses shortcuts of the menu', async () => {
    const before = (await page.text('#log')).match(/told add/g)?.length ?? 0;
    await page.press('CommandOrControl+N');
    await waitUntil('shortcut', async () => ((await page.text('#log')).match(/told add/g)?.length === before + 1 ? true : null), 3_000);
    await expect(desktop.pressMenu('File', 'Never')).rejects.toThrow('disabled');
    await expect(desktop.pressMenu('File', 'Nothing')).rejects.toThrow('no menu item "Nothing"');
    expect((await desktop.menu())[0]?.items.map((item) => item.label)).toEqual(['Add Link…', 'Never', 'Quit']);
    expect(commandKey).toBe(process.platform === 'darwin' ? 'Meta' : 'Control');
  });

  it('opens the menu under the right button', async () => {
    await page.click('#drop', { button: 'right' });
    await waitUntil('menu', async () => ((await desktop.contextMenu()).length > 0 ? true : null));
    await desktop.pressContextMenu('Copy');
    expect(await heard('copied')).toHaveLength(1);
  });
});

describe('the desktop', () => {
  it('answers dialogs from the queue, and cancels the others', async () => {
    await desktop.answerDialog({ kind: 'open', paths: ['/chosen'] });
    await desktop.answerDialog({ kind: 'message', button: 1 });
    expect(await call('choose')).toEqual({ canceled: false, filePaths: ['/chosen'] });
    expect(await call('choose')).toEqual({ canceled: true, filePaths: [] });
    expect(await call('ask')).toMatchObject({ response: 1 });
    expect(await call('ask')).toMatchObject({ response: 0 });
    expect((await desktop.dialogs())[0]).toEqual({ kind: 'open', options: { properties: ['openFile'], title: 'Choose' } });
  });

  it('keeps what is copied and what is handed to other programs', async () => {
    await call('copy', 'copied text');
    expect(await desktop.clipboardText()).toBe('copied text');
    await call('external', 'https://example.invalid/outside');
    expect(await desktop.handedOver()).toEqual([{ what: 'address', value: 'https://example.invalid/outside' }]);
  });

  it('turns dark by the system and by the app', async () => {
    const colour = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const becomes = (wanted: string): Promise<true> => waitUntil(wanted, async () => ((await colour()) === wanted ? true : null), 3_000);
    await becomes('rgb(255, 255, 255)');
    await desktop.setTheme('dark');
    await becomes('rgb(0, 0, 0)');
    await call('dark', 'light');
    await becomes('rgb(255, 255, 255)');
    expect(await heard('theme')).toEqual([true, false]);
  });

  it('opens addresses and files, and starts the app once only', async () => {
    await desktop.openUrl('offprint://save?url=x');
    await desktop.openFile('/some/file.md');
    expect(await heard('open-url')).toEqual(['offprint://save?url=x']);
    expect(await heard('open-file')).toEqual(['/some/file.md']);
    await app.secondInstance(['/another.md']);
    expect(await expectHeard('second-instance')).toEqual([expect.arrayContaining(['/another.md'])]);
  });
});

describe('other processes and windows', () => {
  it('runs a utility process', async () => {
    expect(await call('work', [1, 2])).toEqual({ doubled: [2, 4], argument: '--twice', node: true, code: 0 });
  });

  it('drives a hidden window over its debugger, and prints it', async () => {
    const path = join(folder, 'hidden.pdf');
    expect(await call('print', path)).toEqual({
      paused: ['https://sealed.invalid/page.html'],
      text: '400Printed',
      refused: "'Target.createTarget' wasn't found",
      windows: 1,
    });
    const pdf = (await readFile(path)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toContain('[0 0 360 288]');
    expect(await app.windows()).toHaveLength(1);
  });

  it('takes pictures', async () => {
    const path = join(folder, 'window.png');
    await page.resize(640, 480);
    await page.screenshot(path);
    const png = await readFile(path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 480]);
  });
});

describe('the end', () => {
  it('comes when the last window is closed', async () => {
    const other = await launchApp({ main, userData: join(folder, 'other') });
    const window = await other.window();
    await window.close();
    expect(await other.ended).toBe(0);
    expect(other.output()).toContain('will quit');
  });

  it('is told with what the app wrote where it comes before a window', async () => {
    const failing = launchApp({ main: join(folder, 'missing.mjs'), userData: join(folder, 'failing') });
    await expect(failing).rejects.toThrow(/the app ended with 1:[^]*missing\.mjs/);
  });

  it('comes by quitting', async () => {
    expect(await app.quit()).toBe(0);
  });
});
