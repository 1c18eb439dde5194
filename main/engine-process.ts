// The roof of the engine's process: gives the engine its ports and answers the main process. Runs in Electron's
// utility process, so that neither a heavy page nor a crash touches the window.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { createChromiumBrowser } from './adapters/chromium/chromium-browser.ts';
import { createFiles } from './adapters/files.ts';
import { createPages } from './adapters/page-worker-pool.ts';
import { createPrintAssets } from './adapters/print-assets.ts';
import { createEngine } from './engine/engine.ts';
import { captureOptions } from './engine/model/capture-options.ts';
import type { LogPort, Ports } from './engine/model/ports.ts';
import { defaultSettings, type CaptureSettings } from '../preload/contract/settings.ts';
import type { EngineDoor, MainDoor } from './shell/engine-link/doors.ts';
import { createEngineDoor } from './shell/engine-link/engine-process-door.ts';
import { createPeer, type Peer } from './adapters/door/peer.ts';
import { parentPort } from './shell/engine-link/ports.ts';
import { chooseProxy } from './shell/engine-link/proxy-choice.ts';
import { createRemoteTargets } from './shell/engine-link/remote-targets.ts';
import { createTrustingHttp } from './adapters/http/trusting-http.ts';

const version = process.env['OFFPRINT_VERSION'] ?? '0.0.0';
let proxySetting = 'system';
let captureSettings: CaptureSettings = defaultSettings;

const log: LogPort = {
  write(level, message, facts = {}) {
    // By way of JSON, as facts may hold what cannot be sent, such as an error with its cause.
    const plain = JSON.parse(JSON.stringify(facts)) as typeof facts;
    main.ask('log', { level, message, facts: plain }).catch(() => undefined);
  },
};

const proxyFor = chooseProxy(
  () => proxySetting,
  (url) => main.ask('resolveProxy', { url }),
);
const http = createTrustingHttp({ proxyFor }, log);
const pages = createPages(pathToFileURL(join(import.meta.dirname, 'page-worker.js')));
const targets = createRemoteTargets(() => main);

const ports: Ports = {
  files: createFiles(),
  http,
  pages,
  browser: createChromiumBrowser(targets, { way: { proxyFor } }),
  assets: createPrintAssets(join(import.meta.dirname, '..', 'print-assets')),
  log,
  now: () => new Date(),
};

const door = createEngineDoor({
  openEngine: ({ path, createIfMissing, locale }) =>
    createEngine(ports, { libraryPath: path, access: 'write', createIfMissing, version, locale, stays: true, capturing: () => captureOptions(captureSettings, process.env) }),
  changed: (topic) => void main.ask('changed', { topic }).catch(() => undefined),
  setProxy: (proxy) => {
    proxySetting = proxy;
  },
  setCapturing: (settings) => {
    captureSettings = settings;
  },
  targetEvent: (event) => targets.event(event),
  release: async () => {
    http.close();
    await Promise.all([pages.close(), targets.close()]);
  },
});

const main: Peer<MainDoor> = createPeer<MainDoor, EngineDoor>(parentPort(), door);
