import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isThisMachine, literalAddress } from '../../../main/adapters/http/private-network.ts';

describe('an address', () => {
  it.each([
    '127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '255.255.255.255',
    '::1', '::', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'fec0::1', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '2002:a00:1::1',
  ])('of one’s own network: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });
  it.each(['93.184.216.34', '172.32.0.1', '11.0.0.1', '198.18.0.1', '::ffff:93.184.216.34', '2606:2800:220:1::1', '64:ff9b::5db8:d822', '2002:5db8:d822::1', 'example.org', ''])('of the web, or none: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
  it.each([['127.0.0.1', true], ['::1', true], ['::ffff:127.0.0.1', true], ['0.0.0.0', true], ['192.168.1.1', false], ['::2', false]])('of this machine: %s is %s', (address, is) => {
    expect(isThisMachine(address)).toBe(is);
  });
  it.each([
    ['http://127.0.0.1/', '127.0.0.1'], ['http://2130706433/', '127.0.0.1'], ['http://0177.0.0.1/', '127.0.0.1'], ['http://0x7f.1/', '127.0.0.1'], ['http://[::1]:80/', '::1'],
    ['http://localhost/', '127.0.0.1'], ['http://a.b.localhost./', '127.0.0.1'], ['http://example.org/', null], ['http://127.0.0.1.example.org/', null],
  ])('spelled out in %s', (url, address) => {
    expect(literalAddress(new URL(url))).toBe(address);
  });
});
