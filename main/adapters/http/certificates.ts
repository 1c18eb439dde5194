// Whom TLS trusts: Node's own list, the system's store (where company networks put theirs) and NODE_EXTRA_CA_CERTS.

import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Widens the process's trust, once, at start. NODE_EXTRA_CA_CERTS is read here as well, since a packed Electron
 * ignores it (the fuse that turns NODE_OPTIONS off turns it off too).
 * @returns what could not be read, as a sentence for the log, or null.
 */
export function trustSystemCertificates(extraFile: string | undefined): string | null {
  const certificates = new Set([...getCACertificates('default'), ...getCACertificates('system')]);
  let problem: string | null = null;
  if (extraFile !== undefined && extraFile !== '') {
    try {
      for (const certificate of pemBlocks(readFileSync(extraFile, 'utf8'))) certificates.add(certificate);
    } catch (error) {
      problem = `NODE_EXTRA_CA_CERTS: ${extraFile} could not be read (${String(error)})`;
    }
  }
  setDefaultCACertificates([...certificates]);
  return problem;
}

function pemBlocks(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
