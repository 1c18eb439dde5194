// The small rules of the border: addresses, proxies, names of files, and what becomes of a call.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok, fail } from '../../preload/contract/result.ts';
import { answerCall, type Answerers } from '../../main/shell/calls/answer-call.ts';
import { exportName } from '../../main/shell/calls/export-name.ts';
import { chooseProxy } from '../../main/shell/engine-link/proxy-choice.ts';
import { firstProxy } from '../../main/shell/engine-link/proxy-list.ts';
import { isCaptureAddress, isLocalAddress, isWindowAddress } from '../../main/shell/security/addresses.ts';

describe('addresses', () => {
  it.each(['app://offprint/', 'app://offprint/index.html#/a', 'data:image/png;base64,AA', 'blob:app://offprint/1'])(
    'the session may load %s',
    (address) => expect(isLocalAddress(address)).toBe(true),
  );
  it.each(['http://127.0.0.1/', 'https://a.test/', 'ws://a.test/', 'file:///etc/passwd', 'ftp://a.test/', 'app.test', ''])(
    'the session may not load %s',
    (address) => expect(isLocalAddress(address)).toBe(false),
  );
  it('the window is its own page alone', () => {
    expect(isWindowAddress('app://offprint/')).toBe(true);
    const others = ['app://offprint/library/x', 'app://other/', 'https://offprint/', 'app://offprint.test/', 'data:,'];
    for (const address of others) expect(isWindowAddress(address)).toBe(false);
  });
  it('a frame shows pages of captures alone', () => {
    expect(isCaptureAddress('app://offprint/library/articles/2026/a1/captures/c1/reader.html#part')).toBe(true);
    for (const path of ['', 'library/articles/2026/a1/article.json', `library/blobs/ab/${'ab'.repeat(32)}.svg`]) {
      expect(isCaptureAddress(`app://offprint/${path}`)).toBe(false);
    }
    expect(isCaptureAddress('https://a.test/library/articles/2026/a1/captures/c1/reader.html')).toBe(false);
  });
});

describe('a proxy', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['DIRECT', null],
    ['PROXY 10.0.0.1:8080; DIRECT', 'http://10.0.0.1:8080'],
    ['HTTPS p.test:443', 'https://p.test:443'],
    ['SOCKS5 p.test:1080;PROXY x:1', 'socks5://p.test:1080'],
    ['', null],
    ['PROXY', null],
  ])('of the system (%s) is %s', (list, proxy) => {
    expect(firstProxy(list)).toBe(proxy);
  });

  it('is chosen by the setting, then the environment, then the system', async () => {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
      vi.stubEnv(name, '');
      vi.stubEnv(name.toLowerCase(), '');
    }
    let setting = 'system';
    const system = () => Promise.resolve('http://system.test:1');
    const proxyFor = chooseProxy(() => setting, system);
    expect(await proxyFor('http://a.test/')).toBe('http://system.test:1');
    vi.stubEnv('HTTP_PROXY', 'http://env.test:2');
    vi.stubEnv('NO_PROXY', 'b.test');
    expect(await proxyFor('http://a.test/')).toBe('http://env.test:2');
    expect(await proxyFor('http://b.test/')).toBeNull();
    setting = 'none';
    expect(await proxyFor('http://a.test/')).toBeNull();
    setting = 'socks5://own.test:3';
    expect(await proxyFor('http://a.test/')).toBe('socks5://own.test:3');
  });
});

describe('the name of an exported file', () => {
  it.each([
    ['视频2小时！拜登威胁制裁', '视频2小时！拜登威胁制裁'],
    ['A/B\\C: "D" <e>|f?*', 'A B C D e f'],
    ['  ...hidden.  ', 'hidden'],
    ['con', 'con_'],
    ['/..', 'Untitled'],
    ['\u202egpj.exe', 'gpj.exe'],
  ])('for %j is %j', (title, name) => {
    expect(exportName(title, 'Untitled')).toBe(name);
  });

  it('is short enough for every disk, and whole', () => {
    const name = exportName('長い題名😀'.repeat(60), 'Untitled');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
    expect(name).not.toContain('\ufffd');
  });
});

describe('a call', () => {
  const logged: string[] = [];
  const answerers: Answerers = {
    shellCalls: new Proxy({} as Answerers['shellCalls'], { get: () => async (request: unknown) => ok(request) }),
    engineCall: async (name) => {
      if (name === 'verify') throw new Error('broken');
      return fail('not-found', name);
    },
    log: { write: (_level, message) => logged.push(message) },
  };

  it('reaches the shell or the engine by its name', async () => {
    expect(await answerCall(answerers, 'copyText', { text: 'x' })).toEqual({ ok: true, value: { text: 'x' } });
    expect(await answerCall(answerers, 'article', { id: 'a' })).toEqual(fail('not-found', 'article'));
  });

  it.each([['toString', {}], ['__proto__', {}], ['', {}], [null, {}], ['article', null], ['copyText', { text: 1 }]])(
    'named %j with %j is refused',
    async (name, request) => {
      expect(await answerCall(answerers, name, request)).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    },
  );

  it('that throws is a bug, and logged', async () => {
    expect(await answerCall(answerers, 'verify', {})).toEqual(fail('bug', 'verify', 'broken'));
    expect(logged).toEqual(['a call failed']);
  });
});
