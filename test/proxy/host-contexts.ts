// The TLS identity of each host behind the proxy: made at the first visit, and flawed where a test asks for it.

import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';

import { createAuthority, signedByItself } from './certificates.ts';
import type { CertificateAuthority, Identity } from './certificates.ts';

/** What is wrong with a host's certificate. */
export type Flaw = 'expired' | 'wrong-host' | 'unknown-authority' | 'self-signed';

export function createContexts(
  authority: CertificateAuthority,
  flaws: Readonly<Record<string, Flaw>>,
): (host: string) => SecureContext {
  const made = new Map<string, SecureContext>();
  return (host) => {
    const known = made.get(host);
    if (known !== undefined) return known;
    const identity = identityOf(authority, host, flaws[host] ?? null);
    const fresh = createSecureContext({ cert: identity.certificate, key: identity.key });
    made.set(host, fresh);
    return fresh;
  };
}

function identityOf(authority: CertificateAuthority, host: string, flaw: Flaw | null): Identity {
  switch (flaw) {
    case null:
      return authority.issue(host);
    case 'expired':
      return authority.issue(host, new Date(Date.now() - 60_000));
    case 'wrong-host':
      return authority.issue('another.example');
    case 'unknown-authority':
      return createAuthority('Nobody you know').issue(host);
    case 'self-signed':
      return signedByItself(host);
  }
}
