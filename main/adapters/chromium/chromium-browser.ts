// The engine's browser: sealed pages in whichever Chromium the host has.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { BrowserPort, SealedPage, SealedRequest } from '../../engine/model/ports.ts';
import { failureOf } from './devtools-failure.ts';
import type { TargetHost } from './devtools-target.ts';
import { loadSealed } from './sealed-page.ts';

export function createChromiumBrowser(host: TargetHost): BrowserPort {
  async function openSealed(request: SealedRequest): Promise<Result<SealedPage>> {
    const opened = await host.openTarget(request);
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

  return { find: () => host.find(), openSealed };
}
