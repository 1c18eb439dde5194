import { describe, expect, it } from 'vitest';
import { captureOptions } from '../../../main/engine/model/capture-options.ts';
import { defaultSettings } from '../../../preload/contract/settings.ts';

describe('what captures take along', () => {
  it.each([
    [{}, {}, { mediaBytes: 50_000_000, wayback: null }],
    [{ wayback: true, mediaMb: 0 } as const, {}, { mediaBytes: 0, wayback: 'https://web.archive.org' }],
    [{ wayback: true }, { OFFPRINT_WAYBACK: 'http://127.0.0.1:9/' }, { mediaBytes: 50_000_000, wayback: 'http://127.0.0.1:9' }],
    [{}, { OFFPRINT_WAYBACK: 'on', OFFPRINT_MEDIA_MB: '7.5' }, { mediaBytes: 7_500_000, wayback: 'https://web.archive.org' }],
    [{ wayback: true }, { OFFPRINT_WAYBACK: 'off', OFFPRINT_MEDIA_MB: 'all' }, { mediaBytes: 50_000_000, wayback: null }],
  ])('%o with %o', (settings, env, expected) => {
    expect(captureOptions({ ...defaultSettings, ...settings }, env)).toEqual(expected);
  });
});
