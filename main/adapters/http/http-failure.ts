// From what got and Node throw to the failures that the engine knows.

import { RequestError, TimeoutError } from 'got';
import { fail, type Failure } from '../../../preload/contract/result.ts';
import { PrivateAddressError } from './private-network.ts';

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_REVOKED: 'the certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is signed by an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate is signed by an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is signed by an authority that is not trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
};

export function httpFailure(error: unknown, url: string): { readonly ok: false; readonly failure: Failure } {
  if (error instanceof TimeoutError) return fail('timed-out', url, `no ${error.event} in time`);
  const own = privateAddressIn(error);
  if (own !== null) return fail('refused', url, `it leads to an address of your own network (${own})`);
  if (isUnpackingFailure(error)) return fail('offline', url, 'the answer cannot be unpacked');
  if (!(error instanceof RequestError)) throw error;
  const code = codeOf(error);
  const tls = tlsReasons[code];
  if (tls !== undefined) return fail('insecure', url, tls);
  if (/^ERR_(SSL|TLS)_|^EPROTO$/.test(code)) return fail('insecure', url, 'the two sides found no safe way to speak');
  if (code === 'HPE_HEADER_OVERFLOW') return fail('too-large', url, 'the head of the answer');
  if (code.startsWith('HPE_')) return fail('offline', url, 'the answer is no HTTP');
  switch (code) {
    case 'ERR_INVALID_URL':
      return fail('bad-input', url, 'not a web address');
    case 'ERR_HTTP_CONTENT_LENGTH_MISMATCH':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return fail('offline', url, 'the answer was cut short');
    default:
      return fail('offline', url, code === 'ERR_GOT_REQUEST_ERROR' ? error.message : code);
  }
}

/** zlib's own errors carry a number and a code. */
function isUnpackingFailure(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && 'code' in error && /^(Z_|ERR_|BR_|ZSTD_)/i.test(String(error.code));
}

/** What an HTTP/1.1 connection to the same host may not fail with; a stream that the server ends looks like a reset. */
export function isHttp2Failure(error: unknown): boolean {
  return error instanceof RequestError && (/^(ERR_HTTP2|ECONNRESET$)/.test(error.code) || /HTTP\/2/.test(error.message));
}

/** got gives its own code to what a stream failed with. */
function codeOf(error: RequestError): string {
  const { cause } = error;
  const inner = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return error.code.startsWith('ERR_GOT') || error.code === 'ERR_READING_RESPONSE_STREAM' ? inner || error.code : error.code;
}

/** got wraps what a lookup, a hook or a socket fails with. */
function privateAddressIn(error: unknown): string | null {
  if (error instanceof PrivateAddressError) return error.message;
  return error instanceof Error && error.cause !== undefined ? privateAddressIn(error.cause) : null;
}
