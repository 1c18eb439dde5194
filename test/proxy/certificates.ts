// A certificate authority made at run time (RFC 5280, ECDSA P-256), and the certificates it signs for hosts.
// Node can read and check certificates but not make them; no `openssl` may be assumed.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

import * as der from './der.ts';

export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateAuthority {
  /** The authority's own certificate, PEM: what NODE_EXTRA_CA_CERTS is to name. */
  readonly certificate: string;
  /** A certificate for a host name or an IP address, valid for a day unless `validUntil` is given. */
  issue(host: string, validUntil?: Date): Identity;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly subjectKey: KeyObject;
  readonly issuerKeys: KeyPair;
  readonly validUntil: Date;
  readonly extensions: readonly Buffer[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const OID = {
  commonName: '2.5.4.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
} as const;

export function createAuthority(name = 'Offprint test authority'): CertificateAuthority {
  const keys = newKeys();
  const certificate = makeCertificate({
    subject: name,
    issuer: name,
    subjectKey: keys.publicKey,
    issuerKeys: keys,
    validUntil: new Date(Date.now() + DAY_MS),
    extensions: authorityExtensions(keys.publicKey),
  });
  return {
    certificate,
    issue(host, validUntil = new Date(Date.now() + DAY_MS)) {
      const own = newKeys();
      const issued = makeCertificate({
        subject: host,
        issuer: name,
        subjectKey: own.publicKey,
        issuerKeys: keys,
        validUntil,
        extensions: hostExtensions(host, own.publicKey, keys.publicKey),
      });
      return { certificate: issued, key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
}

/** A certificate that a host has signed itself. */
export function signedByItself(host: string): Identity {
  const keys = newKeys();
  const validUntil = new Date(Date.now() + DAY_MS);
  const extensions = hostExtensions(host, keys.publicKey, keys.publicKey);
  const certificate = makeCertificate({ subject: host, issuer: host, subjectKey: keys.publicKey, issuerKeys: keys, validUntil, extensions });
  return { certificate, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function newKeys(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function makeCertificate(request: CertificateRequest): string {
  const algorithm = der.sequence(der.objectIdentifier(OID.ecdsaWithSha256));
  const validFrom = new Date(Math.min(Date.now(), request.validUntil.getTime()) - DAY_MS);
  const body = der.sequence(
    der.context(0, 'constructed', der.integer(Buffer.from([2]))), // version 3
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])), // the leading 1 keeps the encoding minimal
    algorithm,
    distinguishedName(request.issuer),
    der.sequence(der.utcTime(validFrom), der.utcTime(request.validUntil)),
    distinguishedName(request.subject),
    request.subjectKey.export({ type: 'spki', format: 'der' }),
    der.context(3, 'constructed', der.sequence(...request.extensions)),
  );
  const signature = sign('sha256', body, { key: request.issuerKeys.privateKey, dsaEncoding: 'der' });
  return toPem(der.sequence(body, algorithm, der.bitString(signature)));
}

function distinguishedName(commonName: string): Buffer {
  return der.sequence(der.set(der.sequence(der.objectIdentifier(OID.commonName), der.utf8String(commonName))));
}

function authorityExtensions(key: KeyObject): Buffer[] {
  return [
    extension(OID.basicConstraints, der.sequence(der.boolean(true)), 'critical'),
    extension(OID.keyUsage, der.bitString(Buffer.from([0b0000_0110]), 1), 'critical'), // keyCertSign, cRLSign
    extension(OID.subjectKeyIdentifier, der.octetString(keyIdentifier(key))),
  ];
}

function hostExtensions(host: string, key: KeyObject, authorityKey: KeyObject): Buffer[] {
  return [
    extension(OID.basicConstraints, der.sequence(), 'critical'),
    extension(OID.keyUsage, der.bitString(Buffer.from([0b1000_0000]), 7), 'critical'), // digitalSignature
    extension(OID.extendedKeyUsage, der.sequence(der.objectIdentifier(OID.serverAuthentication))),
    extension(OID.subjectAltName, der.sequence(alternativeName(host))),
    extension(OID.subjectKeyIdentifier, der.octetString(keyIdentifier(key))),
    extension(
      OID.authorityKeyIdentifier,
      der.sequence(der.context(0, 'primitive', keyIdentifier(authorityKey))),
    ),
  ];
}

function alternativeName(host: string): Buffer {
  if (isIP(host) === 4) return der.context(7, 'primitive', Buffer.from(host.split('.').map(Number)));
  return der.context(2, 'primitive', Buffer.from(host, 'ascii'));
}

function extension(id: string, value: Buffer, weight: 'critical' | 'plain' = 'plain'): Buffer {
  const critical = weight === 'critical' ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(id), ...critical, der.octetString(value));
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1').update(key.export({ type: 'spki', format: 'der' })).digest();
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/(.{64})(?=.)/g, '$1\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
