import { describe, expect, it } from 'vitest';
import { tidyByline } from '../../../main/engine/extract/byline.ts';
import { bylineInLines, sourceIn } from '../../../main/engine/extract/byline-lines.ts';

describe('a byline in the lines at an article’s head', () => {
  it.each([
    ['2022-02-13 07:48 来源：江城日报 作者：王静 李晓东 我要评论', '王静 李晓东'],
    ['来源：江城日报 记者：王静', '王静'],
    ['江城日报记者 赵延 通讯员 陈帆', '赵延'],
    ['BUSINESS.EXAMPLE 2004年7月16日08:19 [ 黄宇 ] 来源：[ 金融周报 ]', '黄宇'],
    ['文／林秋实', '林秋实'],
    ['文・写真　高田 実', '高田 実'],
    ['By Ruth Abara and Colin Pike | 4 min read', 'Ruth Abara and Colin Pike'],
    ['Written by Mo Teller on March 3, 2019', 'Mo Teller'],
    ['责任编辑：周南', '周南'],
    ['【打印】【关闭窗口】', null],
    ['记者近日从有关部门了解到，浮桥即将开放。', null],
    ['By the river the grass grows long', null],
  ])('%s', (line, expected) => {
    expect(bylineInLines([line], 'head')).toBe(expected);
  });
});

describe('a byline in the lines at an article’s end', () => {
  it.each([
    ['山路从此通了车。（本报记者 张力行）', '张力行'],
    ['他说那是最好的一年。（常书香 马丹阳）', '常书香 马丹阳'],
    ['记者 刘涛', '刘涛'],
    ['本贴由大卫于2005年8月12日发表', '大卫'],
    ['这件事就这样过去了。（未完待续）', null],
  ])('%s', (line, expected) => {
    expect(bylineInLines([line], 'tail')).toBe(expected);
  });
});

describe('what a page gives as its author', () => {
  it.each([
    ['By  Nora Feld', 'Nora Feld'],
    ['Nora Feld | March 3, 2019', 'Nora Feld'],
    ['赵 培', '赵培'],
    ['https://example.org/people/nora', null],
    ['admin', null],
    ['L_104485', null],
  ])('%s', (text, expected) => {
    expect(tidyByline(text)).toBe(expected);
  });
});

it('a source is the publisher that a Chinese page names', () => {
  expect(sourceIn(['2022年2月13日 | 来源：江城日报 小字号'])).toBe('江城日报');
});
