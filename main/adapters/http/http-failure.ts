// From what got and Node throw to the failures that the engine knows.

import { MaxRedirectsError, RequestError, TimeoutError } from 'got';
import { fail, type Failure } from '../../../preload/contract/result.ts';
import { PrivateAddressError } from './private-network.ts';

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is signed by an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is signed by an authority that is not trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
};

export function httpFailure(error: unknown, url: string): { readonly ok: false; readonly failure: Failure } {
  if (error instanceof TimeoutError) return fail('timed-out', url, `no ${error.event} in time`);
  if (error instanceof MaxRedirectsError) return fail('refused', url, 'too many redirects');
  const own = privateAddressIn(error);
  if (own !== null) return fail('refused', url, `it leads to an address of your own network (${own})`);
  if (!(error instanceof RequestError)) throw error;
  const tls = tlsReasons[error.code];
  if (tls !== undefined) return fail('insecure', url, tls);
  switch (error.code) {
    case 'ERR_UNSUPPORTED_PROTOCOL':
      // What was asked for is http or https: a redirect led here.
      return fail('refused', url, `it leads to what is no web address (${error.message})`);
    case 'ERR_INVALID_URL':
      return fail('bad-input', url, 'not a web address');
    case 'HPE_HEADER_OVERFLOW':
      return fail('too-large', url, 'the head of the answer');
    case 'ERR_HTTP_CONTENT_LENGTH_MISMATCH':
      return fail('offline', url, 'the answer was cut short');
    default:
      return fail('offline', url, error.code === 'ERR_GOT_REQUEST_ERROR' ? error.message : error.code);
  }
}

/** got wraps what a lookup, a hook or a socket fails with. */
function privateAddressIn(error: unknown): string | null {
  if (error instanceof PrivateAddressError) return error.message;
  return error instanceof Error && error.cause !== undefined ? privateAddressIn(error.cause) : null;
}
