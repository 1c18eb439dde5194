// A page as a browser draws it, in the form in which a fetched one comes. An error page is a failure here too.

import { ok, type Result } from '../../../preload/contract/result.ts';
import type { BrowserPort, DrawnPage } from '../model/ports.ts';
import type { RawPage } from '../model/raw-page.ts';
import { problemWith } from './get-page.ts';

export interface DrawnRawPage {
  readonly page: RawPage;
  /** What the browser has seen; to be closed when the page's resources are had. */
  readonly drawn: DrawnPage;
}

export async function drawPage(url: string, tools: { readonly browser: BrowserPort; readonly signal: AbortSignal }): Promise<Result<DrawnRawPage>> {
  const answer = await tools.browser.draw({ url, signal: tools.signal });
  if (!answer.ok) return answer;
  const drawn = answer.value;
  const problem = await problemWith(drawn, url);
  if (problem !== null) {
    await drawn.close();
    return { ok: false, failure: problem };
  }
  const { finalUrl, base, status, headers, html } = drawn;
  // What the browser gave is what can be read again later; the server's own HTML is often an empty shell.
  const bytes = Buffer.from(html);
  return ok({ drawn, page: { mode: 'browser', url: finalUrl, base, finalUrl, status, headers, charset: 'utf-8', bytes, extension: 'html', html, hints: {} } });
}
