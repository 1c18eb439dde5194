import { describe, expect, it } from 'vitest';
import { rewriteCss } from '../../../main/engine/model/css-links.ts';

const named = (css: string): string => rewriteCss(css, 'stylesheet', (link, role) => `${role}:${link}`);
const dropped = (css: string): string => rewriteCss(css, 'stylesheet', () => null);

describe('links in styles', () => {
  it.each([
    ['a{background:url(x.png)}', 'a{background:url(image:x.png)}'],
    ["a{background:url( 'x y.png' )}", 'a{background:url(image:x\\ y.png)}'],
    ['@import "a.css" screen;', '@import "style:a.css"screen;'],
    ['@import url(a.css);', '@import url(style:a.css);'],
    ['@font-face{src:url(f.woff2)format("woff2")}', '@font-face{src:url(font:f.woff2)format("woff2")}'],
    ['a{background:image-set("q.png"1x)}', 'a{background:image-set("image:q.png"1x)}'],
    [':root{--b:url(x.png)}', ':root{--b:url(image:x.png)}'],
    ['@media print{a{list-style:url(x.png)}}', '@media print{a{list-style:url(image:x.png)}}'],
    ['a{background:\\75 rl(x.png)}', 'a{background:}'],
  ])('%s', (css, expected) => {
    expect(named(css)).toBe(expected);
  });

  it('drops an import whole and any other link to nothing', () => {
    expect(dropped('@import "a.css";a{background:url(x.png)}')).toBe('a{background:url(data:,)}');
  });

  it.each([
    ['a{background:\\75rl("x.png")}', 'a{background:url("image:x.png")}'],
    ['a{background:image-s\\65t("x.png" 1x)}', 'a{background:image-set("image:x.png"1x)}'],
    ['@\\69mport "a.css";', '@import "style:a.css";'],
    ['@\\000069\nmport url(a.css);', '@import url(style:a.css);'],
    ['a{b\\65havior:url(x.htc);color:red}', 'a{color:red}'],
  ])('a name with an escape is what a browser takes it for: %s', (css, expected) => {
    expect(named(css)).toBe(expected);
  });

  it.each([
    'a{--u:"x.png";background:image-set(var(--u) 1x)}',
    'a{background:image-set(var(--none,"x.png") 1x)}',
    '@function --f(){result:"x.png"}a{background:image-set(--f() 1x)}',
    'a{background:-webkit-image-set(attr(title) 1x)}',
    'a{background:src(var(--u))}',
  ])('what brings an address from elsewhere brings nothing: %s', (css) => {
    expect(named(css)).toContain('background:url(data:,)');
  });

  it('drops what old engines run', () => {
    expect(named('a{width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(y);color:red}')).toBe('a{color:red}');
  });

  it('keeps nothing that it cannot read and that may load', () => {
    for (const css of ['a{background:url(x.png', 'a{b:url(\n\n"x")}', 'a{background:url("x.png)}', '<!-- @import url(x) -->', '@import url(x) url(y) ;;', 'a{--x:{url(evil)}}']) {
      expect(dropped(css), css).not.toMatch(/x\.png|evil|\(x\)|"x"/);
    }
  });
});
