import { describe, expect, it } from 'vitest';
import { dateInAddress, dateInText, monthInText, readDate } from '../../../main/engine/extract/dates.ts';

describe('a date', () => {
  it.each([
    ['2021-12-08T09:29:42Z', null, '2021-12-08T09:29:42Z'],
    ['2021-12-08T09:29:42+0800', null, '2021-12-08T01:29:42Z'],
    ['Wed, 17 Dec 2025 10:00:00 GMT', null, '2025-12-17T10:00:00Z'],
    ['1639000000', null, '2021-12-08T21:46:40Z'],
    ['20211208', null, '2021-12-08'],
    ['2021年12月8日 09:25', null, '2021-12-08'],
    ['2021年12月8日 09:25', '+08:00', '2021-12-08T01:25:00Z'],
    ['2021年12月8日下午3:20', '+08:00', '2021-12-08T07:20:00Z'],
    ['2021-12-08 00:00:00', '+08:00', '2021-12-08'],
    ['2021.12.08', '+08:00', '2021-12-08'],
    ['发布日期：9/17/2004 5:54:13 AM', '+08:00', '2004-09-16T21:54:13Z'],
    ['发表时间： 06/02/2022 - 13:48', '+08:00', '2022-02-06T05:48:00Z'],
    ['Posted on March 3rd, 2019 by Ada', null, '2019-03-03'],
    ['3. März 2019', null, '2019-03-03'],
    ['le 14 juillet 2018', null, '2018-07-14'],
    ['2021-02-30', null, null],
    ['1066-10-14', null, null],
    ['ISBN 978-3-16-148410-0', null, null],
  ])('%s in %s', (text, zone, expected) => {
    expect(readDate(text, zone)).toBe(expected);
  });

  it('is the first that a text has', () => {
    expect(dateInText('Updated 4 May 2020, first published 2019-01-02')).toBe('2020-05-04');
  });

  it.each([
    ['https://a.example/2021/12/08/story.html', '2021-12-08'],
    ['https://a.example/news/202112/08/t20211208_1.html', '2021-12-08'],
    ['https://a.example/20211208/c1.html', '2021-12-08'],
    ['https://a.example/item/2021120812345', null],
    ['https://a.example/story', null],
  ])('in the address %s', (url, expected) => {
    expect(dateInAddress(url)).toBe(expected);
  });

  it('may be a month alone', () => {
    expect(monthInText('《北方文学》1998年3月号')).toBe('1998-03');
  });
});
