import { describe, expect, test } from 'vitest';
import { longDate, shortDate } from '../../../renderer/lib/dates.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('dates in the list', () => {
  test.each([
    ['2026-11-24T12:00:30Z', 'now'],
    ['2026-11-24T11:59:40Z', 'now'],
    ['2026-11-24T11:45:00Z', '15 min. ago'],
    ['2026-11-24T09:00:00Z', '3 hr. ago'],
    ['2026-11-23T09:00:00Z', 'yesterday'],
    ['2026-11-20T12:00:00Z', '4 days ago'],
    ['2026-03-03T12:00:00Z', 'Mar 3'],
    ['2019-03-03T12:00:00Z', 'Mar 3, 2019'],
    ['2027-03-03T12:00:00Z', 'Mar 3, 2027'],
    ['someday', 'someday'],
  ])('%s is %s', (iso, text) => {
    expect(shortDate(iso, 'en', now)).toBe(text);
  });

  test('a date without a time is that day in every zone', () => {
    expect(longDate('2021-12-08', 'zh-CN')).toBe('2021年12月8日');
    expect(longDate('2021-12-08', 'en')).toBe('December 8, 2021');
  });
});
