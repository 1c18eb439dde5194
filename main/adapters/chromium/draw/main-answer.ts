// The server's answer to the page itself: its address, status and headers, and its bytes as they came.

import type { DevToolsTarget } from '../devtools-target.ts';

export interface MainAnswer {
  readonly url: string;
  readonly status: number;
  /** Lower-case names; several values of one name joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

interface PausedAnswer {
  readonly requestId: string;
  readonly frameId: string;
  readonly request: { readonly url: string };
  readonly responseStatusCode?: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

interface Challenge {
  readonly requestId: string;
  readonly authChallenge: { readonly source?: 'Server' | 'Proxy' };
}

export interface MainAnswers {
  /** The last one, or null while none has come. */
  readonly latest: () => MainAnswer | null;
}

/** @param password what the way out asks for */
export async function watchMainAnswer(target: DevToolsTarget, frameId: string, password: { readonly username: string; readonly password: string }): Promise<MainAnswers> {
  let latest: MainAnswer | null = null;

  async function take(paused: PausedAnswer): Promise<void> {
    const { requestId, responseStatusCode: status = 0 } = paused;
    // On its way out: stopped here only because Chromium asks for a password for none but what was stopped.
    if (status === 0) return void (await target.send('Fetch.continueRequest', { requestId }));
    const headers = headersOf(paused);
    const isRedirect = status >= 300 && status < 400 && headers['location'] !== undefined;
    if (paused.frameId === frameId && !isRedirect) {
      latest = { url: paused.request.url, status, headers, bytes: await bodyOf(requestId) };
    }
    await target.send('Fetch.continueRequest', { requestId });
  }

  async function bodyOf(requestId: string): Promise<Uint8Array> {
    try {
      const { body, base64Encoded } = await target.send<{ body: string; base64Encoded: boolean }>('Fetch.getResponseBody', { requestId });
      return Buffer.from(body, base64Encoded ? 'base64' : 'utf8');
    } catch {
      // An answer that broke off; what came of it, the browser shows.
      return new Uint8Array();
    }
  }

  target.on('Fetch.requestPaused', (params) => {
    // Fails only where the page was closed meanwhile.
    void take(params as unknown as PausedAnswer).catch(() => undefined);
  });
  target.on('Fetch.authRequired', (params) => {
    const { requestId, authChallenge } = params as unknown as Challenge;
    // A site's own question for a password is answered with none, and its refusal is what counts.
    const answer = authChallenge.source === 'Proxy' ? { response: 'ProvideCredentials', ...password } : { response: 'CancelAuth' };
    void target.send('Fetch.continueWithAuth', { requestId, authChallengeResponse: answer }).catch(() => undefined);
  });
  const patterns = ['Request', 'Response'].map((requestStage) => ({ urlPattern: '*', resourceType: 'Document', requestStage }));
  await target.send('Fetch.enable', { patterns, handleAuthRequests: true });
  return { latest: () => latest };
}

function headersOf({ responseHeaders = [] }: PausedAnswer): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, value } of responseHeaders) {
    const key = name.toLowerCase();
    const before = headers[key];
    headers[key] = before === undefined ? value : `${before}, ${value}`;
  }
  return headers;
}
