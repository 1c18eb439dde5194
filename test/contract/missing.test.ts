// The reasons and attempts of a manifest in plain words.

import { describe, expect, it } from 'vitest';
import { missingReason, rungName } from '../../preload/contract/messages/missing.ts';

describe('why something is missing', () => {
  it.each([
    ['HTTP 403', 'The site refused it (HTTP 403)', '网站拒绝提供（HTTP 403）'],
    ['HTTP 404', 'It is not there any more (HTTP 404)', '已不存在（HTTP 404）'],
    ['HTTP 503', 'The site was too busy (HTTP 503)', '网站繁忙（HTTP 503）'],
    ['HTTP 418', 'The answer was: HTTP 418', '得到的回应：HTTP 418'],
    ['timed-out', 'No answer in time', '没有及时应答'],
    ['ECONNREFUSED', 'No connection to the site', '无法连接网站'],
    ['not a picture', 'What came is no picture', '取到的不是图片'],
    ['the answer was cut short', 'The answer was: the answer was cut short', '得到的回应：the answer was cut short'],
  ])('%s', (reason, english, chinese) => {
    expect(missingReason(reason, 'en')).toBe(english);
    expect(missingReason(reason, 'zh-CN')).toBe(chinese);
  });
});

it('a rung is named, and one that is not known here is shown as it is', () => {
  expect(rungName('no-referer', 'en')).toBe('without saying from where');
  expect(rungName('no-referer', 'zh-CN')).toBe('不说明来处');
  expect(rungName('by-carrier-pigeon', 'en')).toBe('by-carrier-pigeon');
  expect(rungName('toString', 'en')).toBe('toString');
});
