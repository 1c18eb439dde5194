// Fetches a page from the web and decodes it. An error page, or one that is no HTML, is a failure, never an article.

import { fileTypeFromBuffer } from 'file-type';
import { fail, ok, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { CookieJar, HttpAnswer, HttpPort } from '../model/ports.ts';
import type { RawPage } from '../model/raw-page.ts';
import { decodeText, htmlDeclaration, isText } from '../model/decode-text.ts';

export interface PageTools {
  readonly http: HttpPort;
  readonly jar: CookieJar;
  readonly signal: AbortSignal;
  /** Is told until when a wait lasts that the site asked for, and null when it is over. */
  readonly waiting?: (until: Date | null) => void;
}

export async function getPage(url: string, { http, jar, signal, waiting }: PageTools): Promise<Result<RawPage>> {
  const answer = await http.get({ url, want: 'page', referer: null, jar, signal, ...(waiting === undefined ? {} : { waiting }) });
  if (!answer.ok) return answer;
  const problem = await problemWith(answer.value, url);
  if (problem !== null) return { ok: false, failure: problem };
  const { bytes, headers, finalUrl, status } = answer.value;
  const { text, charset } = decodeText(bytes, headers['content-type'] ?? null, htmlDeclaration);
  return ok({ mode: 'static', url: finalUrl, base: finalUrl, finalUrl, status, headers, charset, bytes, extension: 'html', html: text, hints: {} });
}

/** Why an answer is no page, or null. */
export async function problemWith(answer: Pick<HttpAnswer, 'status' | 'bytes' | 'headers'>, url: string): Promise<Failure | null> {
  const { status, bytes, headers } = answer;
  const refusal = refusalOf(status, url, headers['retry-after']);
  if (refusal !== null) return refusal;
  if (bytes.byteLength === 0) return fail('not-an-article', url, status === 200 ? 'the answer is empty' : `HTTP ${status}`).failure;
  const form = await formOf(bytes, headers['content-type'] ?? '');
  return form === null ? null : fail('unsupported', url, form).failure;
}

function refusalOf(status: number, url: string, retryAfter: string | undefined): Failure | null {
  const detail = `HTTP ${status}`;
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return fail('not-found', url, detail).failure;
  if (status < 500 && ![408, 425, 429].includes(status)) return fail('refused', url, detail).failure;
  return fail('busy', url, /^\d+$/.test(retryAfter ?? '') ? `${detail}, to wait ${retryAfter} s` : detail).failure;
}

/** What the answer is instead of a page, as a media type; null for a page. By the bytes, since the site's word is often wrong. */
async function formOf(bytes: Uint8Array, declared: string): Promise<string | null> {
  const [type = ''] = declared.toLowerCase().split(';').map((part) => part.trim());
  const beginsAsMarkup = /^\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('utf8').replace(/^\uFEFF/, ''));
  const found = beginsAsMarkup ? undefined : await fileTypeFromBuffer(bytes);
  if (found !== undefined && !/xml$|^text\//.test(found.mime)) return found.mime;
  if (!isText(bytes)) return type === '' || type.startsWith('text/') ? 'application/octet-stream' : type;
  return otherTexts.test(type) ? type : null;
}

const otherTexts = /^application\/((.+\+)?json|javascript|pdf)$|^text\/(css|javascript|calendar|csv)$/;
