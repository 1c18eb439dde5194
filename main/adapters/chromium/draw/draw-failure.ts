// Why a page could not be drawn, as the user can act on it.

import { fail, type Failure } from '../../../../preload/contract/result.ts';
import type { Ending } from './watchdog.ts';

type Failed = { readonly ok: false; readonly failure: Failure };

/** @param problem what the way out says (gate.ts), or null. @param errorText Chromium's, such as `net::ERR_…` */
export function navigationFailure(url: string, errorText: string, problem: string | null): Failed {
  if (problem === 'EPRIVATEADDRESS') return fail('refused', url, 'it leads to an address of your own network');
  const code = errorText.replace('net::', '');
  if (/^ERR_(CERT_|SSL_|BAD_SSL)/.test(code)) return fail('insecure', url, code);
  if (/^ERR_(TOO_MANY_REDIRECTS|UNSAFE_REDIRECT|UNKNOWN_URL_SCHEME|UNSAFE_PORT|DISALLOWED_URL_SCHEME|BLOCKED_BY_)/.test(code)) return fail('refused', url, code);
  if (code.endsWith('TIMED_OUT') || problem === 'ETIMEDOUT') return fail('timed-out', url, problem ?? code);
  if (code === 'ERR_ABORTED') return fail('unsupported', url, 'a download');
  return fail('offline', url, problem ?? code);
}

export function endingFailure(url: string, ending: Ending): Failed {
  switch (ending) {
    case 'memory':
    case 'crash':
      return fail('too-large', url, 'the page took more memory than it may use');
    case 'navigations':
      return fail('refused', url, 'the page leads elsewhere again and again');
    case 'unresponsive':
      return fail('timed-out', url, 'the page no longer answered');
  }
}
