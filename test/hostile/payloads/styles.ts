// Styles that load or run: what a look at their text does not see, since CSS has escapes, variables and rules of its own.

import { payloads, type Payload } from './payload.ts';

type Write = (load: string) => string;

/** Declarations for `.t`, an element that is shown. */
const declarations: Readonly<Record<string, Write>> = {
  'url': (load) => `background:url(${load})`,
  'url in quotes': (load) => `background:url("${load}")`,
  'url in capitals': (load) => `background:URL( '${load}' )`,
  'url with an escaped letter': (load) => `background:u\\72l("${load}")`,
  'url with its first letter escaped': (load) => `background:\\75rl("${load}")`,
  'url with a long escape': (load) => `background:\\000075rl("${load}")`,
  'url, bare, with an escape': (load) => `background:ur\\6c(${load})`,
  'an escaped address': (load) => `background:url(${load.replace('http', 'h\\74 tp')})`,
  'url not ended': (load) => `background:url(${load}`,
  'url in quotes not ended': (load) => `background:url("${load}`,
  'url behind a comment': (load) => `background:/**/url(${load})/**/`,
  'url behind a broken one': (load) => `background:url(a b"c) ;background-image:url(${load})`,
  'image-set': (load) => `background:image-set("${load}" 1x, '${load}?2' 2x)`,
  'image-set of old': (load) => `background:-webkit-image-set(url(${load}) 1x)`,
  'image-set with an escape': (load) => `background:image-s\\65t("${load}" 1x)`,
  'image-set of a variable': (load) => `--u:"${load}";background:image-set(var(--u) 1x)`,
  'image-set of what a variable falls back to': (load) => `background:image-set(var(--none,"${load}") 1x)`,
  'a variable': (load) => `--b:url(${load});background:var(--b)`,
  'a variable with an escape': (load) => `--b:\\75rl("${load}");background:var(--b)`,
  'a variable in braces': (load) => `--b:{url(${load})};--c:image-set("${load}" 1x);background:var(--c)`,
  'a variable set with an escape': (load) => `-\\-b:url(${load});background:var(--b)`,
  'src': (load) => `background:src("${load}")`,
  'cross-fade': (load) => `background:-webkit-cross-fade(url(${load}),url(${load}?2),50%);background:cross-fade(url("${load}?3"),red)`,
  'list and cursor': (load) => `display:list-item;list-style-image:url(${load});cursor:url(${load}?2),auto`,
  'border and mask': (load) => `border:9px solid;border-image:url(${load}) 3;mask:url(${load}?2);-webkit-mask-box-image:url(${load}?3)`,
  'content': (load) => `content:url(${load})`,
  'shape and filter': (load) => `float:left;shape-outside:url(${load});filter:url(${load}?2#f);backdrop-filter:url(${load}?3#f);clip-path:url(${load}?4#c);offset-path:url(${load}?5#p)`,
  'reflect and paint': (load) => `-webkit-box-reflect:below 0 url(${load});background-image:paint(x,url(${load}?2))`,
  'if': (load) => `background:if(else: url(${load}));background-image:if(style(--x): red; else: image-set("${load}?2" 1x))`,
  'expression': (load) => `width:expression(new Image().src='${load}');behavior:url(${load});-moz-binding:url(${load}#x);b\\65havior:url(${load})`,
};

/** Whole sheets. */
const sheets: Readonly<Record<string, Write>> = {
  'import': (load) => `@import "${load}";`,
  'import url': (load) => `@import url(${load}) screen;`,
  'import in a layer': (load) => `@layer a; @import url("${load}") layer(b) supports(display:grid) screen;`,
  'import with an escape': (load) => `@\\69mport "${load}";`,
  'import with a long escape': (load) => `@\\000069\nmport url(${load});`,
  'import in capitals': (load) => `@IMPORT "${load}";`,
  'import without a blank': (load) => `@import"${load}";`,
  'import behind a comment': (load) => `@import/**/"${load}";`,
  'import behind charset': (load) => `@charset "utf-8";@import '${load}';`,
  'import behind an html comment': (load) => `<!-- @import "${load}"; -->`,
  'import not ended': (load) => `@import "${load}`,
  'import behind stray braces': (load) => `}@import "${load}";`,
  'import behind a NUL': (load) => `\0@import "${load}";`,
  'font': (load) => `@font-face{font-family:f;src:url(${load})}.t{font-family:f}`,
  'font with escapes': (load) => `@font-f\\61ce{font-family:f;s\\72 c:\\75rl("${load}")}.t{font-family:f}`,
  'font, local and not': (load) => `@font-face{font-family:f;src:local("none"),url("${load}")format("woff2")tech(variations),src("${load}?2")}.t{font-family:f}`,
  'hover': (load) => `.t:hover{background:url(${load})}.t:active,.t:focus,.t:visited{list-style:url(${load}?2)}`,
  'nested': (load) => `.t{color:red;&:hover{background:url(${load})}@media all{background:url(${load}?2)}}`,
  'media, supports, container, layer, scope': (load) => `@media all{@supports (display:grid){@layer x{@scope (html){.t{background:url(${load})}}}}}@container (width>0){.t{background:url(${load}?2)}}`,
  'print': (load) => `@media print{.t{background:url(${load});content:url(${load}?2)}}@page{background:url(${load}?3);@top-left{content:url(${load}?4)}}`,
  'starting style and view transition': (load) => `@starting-style{.t{background:url(${load})}}@view-transition{navigation:auto}::view-transition{background:url(${load}?2)}`,
  'keyframes': (load) => `@keyframes k{from{background:url(${load})}to{background:image-set("${load}?2" 1x)}}.t{animation:k 9s}`,
  'before and after': (load) => `.t::before{content:url(${load})}.t::after{content:image-set("${load}?2" 1x)}.t::marker{content:url(${load}?3)}`,
  'selection and placeholder': (load) => `.t::selection{background:url(${load})}::-webkit-scrollbar{width:9px;background:url(${load}?2)}html{overflow:scroll}`,
  'counter style': (load) => `@counter-style c{system:cyclic;symbols:url(${load})}.t{display:list-item;list-style:c}`,
  'registered variable': (load) => `@property --u{syntax:"<string>";inherits:true;initial-value:"${load}"}@property --i{syntax:"<image>";inherits:true;initial-value:url(${load}?2)}.t{background:image-set(var(--u) 1x),var(--i)}`,
  'registered address': (load) => `@property --u{syntax:"<url>";inherits:true;initial-value:url(${load})}.t{background:var(--u)}`,
  'function of its own': (load) => `@function --f(){result:"${load}"}.t{background:image-set(--f() 1x)}`,
  'function of its own that is an image': (load) => `@function --f(){result:url(${load})}.t{background:--f()}`,
  'namespace': (load) => `@namespace url(${load});@namespace svg url(${load}?2);.t{color:red}`,
  'an address that leaks a value': (load) => `input[value^="a"]{background:url(${load})}.t:has(p){background:url(${load}?2)}`,
  'an unknown rule': (load) => `@whatever url(${load}){.t{background:url(${load}?2)}}@-moz-document url(${load}?3){.t{background:url(${load}?4)}}`,
  'a rule that cannot be read': (load) => `.t{;;}{}}.t{background:url(${load})}.t{a:b;{}background:url(${load}?2)}`,
  'a broken string': (load) => `.t{content:"\n;background:url(${load})}.t{content:'\\\n';background:url(${load}?2)}`,
  'an end tag in a string': (load) => `.t{content:"</style><img src=${load}>"}`,
  'an end tag in a comment': (load) => `/*</style><img src=${load}>*/`,
  'an end tag in an address': (load) => `.t{background:url("</style><img src=${load}>")}`,
};

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export const styles: readonly Payload[] = [
  ...Object.entries(declarations).flatMap(([name, write]) =>
    payloads('style', {
      [`${name}, in an attribute`]: ({ load }) => `<p class=t style="${quoted(write(load))}">Words</p>`,
      [`${name}, in an attribute of svg`]: ({ load }) => `<svg width=20 height=20 style="${quoted(write(load))}"><rect width=20 height=20 style="${quoted(write(load))}"/></svg>`,
      [`${name}, in a style`]: ({ load }) => `<style>.t{${write(load)}}</style><p class=t>Words</p>`,
      [`${name}, in a shadow root`]: ({ load }) => `<x-a><template shadowrootmode=open><style>:host{display:block;${write(load)}}</style><p>Words</p></template></x-a>`,
    }),
  ),
  ...Object.entries(sheets).flatMap(([name, write]) =>
    payloads('style', {
      [`${name}, in a style`]: ({ load }) => `<style>${write(load)}</style><p class=t>Words</p>`,
      [`${name}, in a style of svg`]: ({ load }) => `<svg><style>${write(load)}</style></svg><p class=t>Words</p>`,
      [`${name}, in a sheet`]: ({ load }) => `<link rel=stylesheet href="data:text/css,${encodeURIComponent(write(load))}"><p class=t>Words</p>`,
    }),
  ),
  ...payloads('style', {
    'an attribute that a style reads': ({ load }) => `<style>.t{background:image-set(attr(data-u) 1x);background-image:attr(data-u type(<url>));background:src(attr(data-u))}</style><p class=t data-u="${load}" title="${load}">Words</p>`,
    'over everything': ({ run }) => `<a href="javascript:${run}" style="position:fixed;inset:0;z-index:2147483647;opacity:0;display:block">Words</a>`,
  }),
];
