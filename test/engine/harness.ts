// A real engine on a real temporary folder, with the real adapters, for tests. Chromium only where a test asks for it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineCallName, RequestOf, ValueOf } from '../../preload/contract/calls.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { createFiles } from '../../main/adapters/files.ts';
import { environmentProxy } from '../../main/adapters/http/environment-proxy.ts';
import { createHttp } from '../../main/adapters/http/http.ts';
import { createPages } from '../../main/adapters/page-worker-pool.ts';
import { createPrintAssets, installedFonts } from '../../main/adapters/print-assets.ts';
import { createEngine, type Engine } from '../../main/engine/engine.ts';
import type { CaptureOptions } from '../../main/engine/model/capture-options.ts';
import type { BrowserPort, Ports } from '../../main/engine/model/ports.ts';

export interface TestEngine extends AsyncDisposable {
  readonly engine: Engine;
  readonly library: string;
  /** A call that must succeed: its value. */
  call<K extends EngineCallName>(name: K, request: RequestOf<K>): Promise<ValueOf<K>>;
  /** A call as it is. */
  ask<K extends EngineCallName>(name: K, request: RequestOf<K>, signal?: AbortSignal): Promise<Result<ValueOf<K>>>;
  /** Closes the engine, keeps the folder, and opens it again. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** No Chromium on this machine: what every engine must do without. */
const noBrowser: BrowserPort = { find: async () => null, openSealed: async () => fail('no-browser', 'test'), draw: async () => fail('no-browser', 'test') };

export interface TestEngineOptions {
  readonly browser?: BrowserPort;
  readonly library?: string;
  readonly ports?: Partial<Ports>;
  readonly access?: 'read' | 'write';
  readonly capturing?: () => CaptureOptions;
  /** As in the app, and not as for one command. */
  readonly stays?: boolean;
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'offprint-test-'));
}

export async function openTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const root = await temporaryFolder();
  const library = options.library ?? join(root, 'Library');
  const http = createHttp({ proxyFor: environmentProxy });
  const pages = createPages(new URL('../../main/engine/flows/page-worker.ts', import.meta.url));
  const ports: Ports = {
    files: createFiles(),
    http,
    pages,
    browser: options.browser ?? noBrowser,
    assets: createPrintAssets(installedFonts()),
    log: { write: () => undefined },
    now: () => new Date(),
    ...options.ports,
  };
  const open = async (): Promise<Engine> => {
    const opened = await createEngine(ports, { libraryPath: library, access: options.access ?? 'write', createIfMissing: true, version: '0.0.0-test', stays: options.stays ?? false, ...(options.capturing === undefined ? {} : { capturing: options.capturing }) });
    if (!opened.ok) throw new Error(`the library did not open: ${JSON.stringify(opened.failure)}`);
    return opened.value;
  };
  let engine = await open();
  const ask = <K extends EngineCallName>(name: K, request: RequestOf<K>, signal = new AbortController().signal): Promise<Result<ValueOf<K>>> => {
    const call = engine.calls[name] as (given: RequestOf<K>, context: { signal: AbortSignal }) => Promise<Result<ValueOf<K>>>;
    return call(request, { signal });
  };
  const close = async (): Promise<void> => {
    await engine.close();
    http.close();
    await pages.close();
    await rm(root, { recursive: true, force: true });
  };
  return {
    get engine() {
      return engine;
    },
    library,
    ask,
    async call(name, request) {
      const result = await ask(name, request);
      if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`);
      return result.value;
    },
    async reopen() {
      await engine.close();
      engine = await open();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
