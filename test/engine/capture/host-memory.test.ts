import { describe, expect, it } from 'vitest';
import { createHostMemory } from '../../../main/engine/capture/host-memory.ts';

const [one, other, third] = ['https://one.example/a.png', 'https://other.example/a.png', 'https://third.example/a.png'] as const;

describe('what a capture learns of hosts', () => {
  it('a host that could not be reached twice is not asked again, one that answers is', () => {
    const hosts = createHostMemory();
    hosts.notConnected(one, 'ENOTFOUND');
    hosts.notConnected(other, 'ECONNREFUSED');
    expect(hosts.deadReason(one)).toBeNull();
    hosts.answered(other);
    hosts.notConnected(one, 'ENOTFOUND');
    hosts.notConnected(other, 'ECONNREFUSED');
    expect([hosts.deadReason(one), hosts.deadReason(other)]).toEqual(['ENOTFOUND', null]);
  });

  it('a silent host is waited for once, and less the longer nothing at all has come', () => {
    let now = 0;
    const hosts = createHostMemory(() => now);
    const full = hosts.patienceFor(one);
    hosts.stalled(one);
    const second = hosts.patienceFor(one);
    now += full;
    expect([second < full / 2, hosts.patienceFor(one) < second, hosts.patienceFor(other)]).toEqual([true, true, full]);
    hosts.answered(other);
    expect(hosts.patienceFor(one)).toBe(second);
  });

  it('many silent hosts make for less patience with all', () => {
    const hosts = createHostMemory();
    const full = hosts.patienceFor(third);
    for (const url of [one, other, one]) hosts.stalled(url);
    expect(hosts.patienceFor(third)).toBeLessThan(full);
  });

  it('a 404 is final on a host where another way of asking never helped, and so is a second try', () => {
    const hosts = createHostMemory();
    for (let time = 0; time < 3; time += 1) {
      hosts.notFound(one);
      hosts.retried(one, false);
    }
    expect([hosts.notFoundIsFinal(one), hosts.retryIsVain(one), hosts.notFoundIsFinal(other), hosts.retryIsVain(other)]).toEqual([true, true, false, false]);
    hosts.retried(one, true);
    expect(hosts.retryIsVain(one)).toBe(false);
  });
});
