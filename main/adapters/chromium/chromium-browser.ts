// The engine's browser: sealed pages, and pages of the web drawn, in whichever Chromium the host has.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { BrowserPort, DrawnPage, DrawRequest, SealedPage, SealedRequest } from '../../engine/model/ports.ts';
import { environmentProxy } from '../http/environment-proxy.ts';
import { failureOf } from './devtools-failure.ts';
import type { TargetHost } from './devtools-target.ts';
import { drawLimits, type DrawLimits } from './draw/draw-limits.ts';
import { drawPage } from './draw/draw-page.ts';
import type { WayOut } from './draw/gate.ts';
import { createTurn } from './draw/one-at-a-time.ts';
import { loadSealed } from './sealed-page.ts';

export interface ChromiumBrowserOptions {
  /** How drawn pages reach the web: by what the environment says, by default. */
  readonly way?: WayOut;
  readonly limits?: Partial<DrawLimits>;
}

export function createChromiumBrowser(host: TargetHost, options: ChromiumBrowserOptions = {}): BrowserPort {
  const { way = { proxyFor: environmentProxy }, limits } = options;
  const takeTurn = createTurn();

  async function openSealed(request: SealedRequest): Promise<Result<SealedPage>> {
    const opened = await host.openTarget({ ...request, proxy: null });
    if (!opened.ok) return opened;
    const target = opened.value;
    try {
      const page = await loadSealed(target, request);
      if (!request.signal.aborted) return ok(page);
      await page.close();
      return fail('cancelled', request.path);
    } catch (error) {
      await target.close();
      return failureOf(error, request.path, request.signal);
    }
  }

  async function draw(request: DrawRequest): Promise<Result<DrawnPage>> {
    const leave = await takeTurn(request.signal);
    if (leave === null) return fail('cancelled', request.url);
    try {
      return await drawPage(host, way, request, { ...drawLimits, ...limits });
    } finally {
      leave();
    }
  }

  return { find: () => host.find(), openSealed, draw };
}
