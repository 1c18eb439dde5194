// The engine with its ports in this process, for the time of one command.

import { createChromiumBrowser } from '../adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../adapters/chromium/pipe-host.ts';
import { createFiles } from '../adapters/files.ts';
import { environmentProxy } from '../adapters/http/environment-proxy.ts';
import { createTrustingHttp } from '../adapters/http/trusting-http.ts';
import { createPages } from '../adapters/page-worker-pool.ts';
import { createPrintAssets, installedFonts } from '../adapters/print-assets.ts';
import { defaultSettings } from '../../preload/contract/settings.ts';
import { captureOptions } from '../engine/model/capture-options.ts';
import { createEngine } from '../engine/engine.ts';
import type { LogPort } from '../engine/model/ports.ts';
import type { Locale } from '../../preload/contract/messages/locale.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Engine, OpenEngine } from './run.ts';

export interface EnginePlace {
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
  /** Of what exports say in Offprint's own words. */
  readonly locale: Locale;
  /** The page worker's entry. */
  readonly pageWorker: URL;
  /** The folder of the fonts for print; null takes them from the packages they come in. */
  readonly printAssets: string | null;
}

/** Opens the engine; closing it lets its worker, its connections and its Chromium go too. */
export async function openEngine(request: Parameters<OpenEngine>[0], place: EnginePlace): Promise<Result<Engine>> {
  const { libraryPath, access, createIfMissing, verbose } = request;
  const log = createLog(verbose);
  const http = createTrustingHttp({ proxyFor: environmentProxy }, log);
  const pages = createPages(place.pageWorker);
  const host = createPipeHost();
  const assets = createPrintAssets(place.printAssets ?? installedFonts());
  const ports = { files: createFiles(), http, pages, browser: createChromiumBrowser(host), assets, log, now: () => new Date() };
  const release = async (): Promise<void> => {
    http.close();
    await Promise.all([pages.close(), host.close()]);
  };
  const opened = await createEngine(ports, { libraryPath, access, createIfMissing, version: place.version, locale: place.locale, capturing: () => captureOptions(defaultSettings, place.env) });
  if (!opened.ok) {
    await release();
    return opened;
  }
  const engine = opened.value;
  return ok({
    calls: engine.calls,
    filled: engine.filled,
    synced: engine.synced,
    listen: (listener) => engine.listen(listener),
    close: async () => {
      await engine.close();
      await release();
    },
  });
}

function createLog(verbose: boolean): LogPort {
  return {
    write(level, message, facts = {}) {
      if (!verbose) return;
      const told = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
      process.stderr.write(`${level}: ${message}${told}\n`);
    },
  };
}
