// Fetches a page from the web and decodes it. An error page, or one that is no HTML, is a failure, never an article.

import { fail, ok, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { CookieJar, HttpAnswer, HttpPort } from '../model/ports.ts';
import type { RawPage } from '../model/raw-page.ts';
import { decodeText, htmlDeclaration, isText } from '../model/decode-text.ts';

export async function getPage(url: string, tools: { http: HttpPort; jar: CookieJar; signal: AbortSignal }): Promise<Result<RawPage>> {
  const answer = await tools.http.get({ url, want: 'page', referer: null, jar: tools.jar, signal: tools.signal });
  if (!answer.ok) return answer;
  const problem = problemWith(answer.value, url);
  if (problem !== null) return { ok: false, failure: problem };
  const { bytes, headers, finalUrl, status } = answer.value;
  const { text, charset } = decodeText(bytes, headers['content-type'] ?? null, htmlDeclaration);
  return ok({ mode: 'static', url: finalUrl, base: finalUrl, finalUrl, status, headers, charset, bytes, extension: 'html', html: text, hints: {} });
}

/** Why an answer is no page, or null. */
export function problemWith(answer: Pick<HttpAnswer, 'status' | 'bytes' | 'headers'>, url: string): Failure | null {
  const { status, bytes, headers } = answer;
  const detail = `HTTP ${status}`;
  if (status === 404 || status === 410) return fail('not-found', url, detail).failure;
  if (status === 429 || status >= 500) return fail('busy', url, detail).failure;
  if (status < 200 || status >= 300) return fail('refused', url, detail).failure;
  if (bytes.byteLength === 0) return fail('not-an-article', url, 'the answer is empty').failure;
  if (!isText(bytes) || /^application\/(json|javascript|pdf)|^text\/(css|javascript|calendar|csv)/i.test(headers['content-type'] ?? '')) return fail('unsupported', url, headers['content-type'] ?? 'not a page').failure;
  return null;
}
