import { describe, expect, it } from 'vitest';
import { decodeText, htmlDeclaration } from '../../../main/engine/model/decode-text.ts';

const words = '观察者网：商务部回应';
/** 观察者网：商务部回应 in GB 18030 and Big5 (新聞 only), by hand: Node encodes UTF-8 alone. */
const gbk = Buffer.from('b9dbb2ecd5dfcdf8a3bac9ccceb2b2bfbbd8d3a6'.replace('ceb2', 'cef1'), 'hex');

function page(declared: string | null, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<html><head>${declared === null ? '' : `<meta charset="${declared}">`}</head><body>`), body]);
}

describe('the charset of a page', () => {
  it('UTF-8 that is declared as gb2312 is UTF-8', () => {
    expect(decodeText(page('gb2312', Buffer.from(words)), null, htmlDeclaration)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining(words) });
  });
  it('GBK as declared in the page', () => {
    expect(decodeText(page('gb2312', gbk), null, htmlDeclaration)).toMatchObject({ charset: 'gbk', text: expect.stringContaining('商务部') });
  });
  it('GBK as declared in the header, over what the page declares', () => {
    expect(decodeText(page('big5', gbk), 'text/html; charset=gbk', htmlDeclaration).text).toContain('商务部');
  });
  it('GBK that is declared as UTF-8', () => {
    const long = Buffer.concat(Array.from({ length: 20 }, () => gbk));
    expect(decodeText(page('utf-8', long), null, htmlDeclaration).text).toContain('商务部');
  });
  it('GBK that is not declared', () => {
    const long = Buffer.concat(Array.from({ length: 20 }, () => gbk));
    expect(decodeText(page(null, long), null, htmlDeclaration).text).toContain('商务部');
  });
  it('UTF-8 with a character that was cut in two', () => {
    const cut = Buffer.concat([Buffer.from(words.repeat(3)), Buffer.from('谈').subarray(0, 2), Buffer.from('“…” and more')]);
    for (const declared of ['utf-8', null, 'gbk']) {
      expect(decodeText(page(declared, cut), null, htmlDeclaration)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining(words) });
    }
  });
  it('UTF-16 by its mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
    expect(decodeText(bytes, null, htmlDeclaration)).toEqual({ charset: 'utf-16le', text: words });
  });
  it('Shift_JIS as declared', () => {
    // 日本語
    expect(decodeText(page('Shift_JIS', Buffer.from('93fa967b8cea', 'hex')), null, htmlDeclaration).text).toContain('日本語');
  });
});
