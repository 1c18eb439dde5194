// The reader view's own style, for when it is opened outside the app. The app lays its typography over it.

export const readerStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.75 Georgia, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif; text-autospace: normal; background: light-dark(#fdfcf9, #1b1b1d); color: light-dark(#222, #ddd); }
article.offprint { max-width: 36em; margin: 0 auto; padding: 3em 1.2em 6em; overflow-wrap: break-word; }
header { margin-bottom: 2.4em; }
h1 { font-size: 1.9em; line-height: 1.3; margin: .2em 0 .4em; }
h2, h3, h4 { line-height: 1.4; margin: 2em 0 .6em; }
.site, .byline, .subtitle, figcaption { color: light-dark(#6b6b6b, #9a9a9a); }
.site, .byline, figcaption { font-size: .82em; }
.site, .byline { margin: 0; }
a { color: inherit; text-decoration-color: light-dark(#b9b4a7, #666); text-underline-offset: .2em; }
img, video, svg { max-width: 100%; height: auto; }
figure { margin: 2em 0; text-align: center; }
figcaption { margin-top: .7em; line-height: 1.5; }
blockquote { margin: 1.5em 0; padding-left: 1.2em; border-left: 3px solid light-dark(#ddd6c6, #444); }
pre { overflow-x: auto; padding: 1em; background: light-dark(#f3f1ea, #26262a); font-size: .82em; line-height: 1.5; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .9em; }
th, td { border: 1px solid light-dark(#ddd6c6, #444); padding: .4em .7em; text-align: start; }
hr { border: 0; border-top: 1px solid light-dark(#ddd6c6, #444); margin: 2.5em 0; }
.offprint-columns-rl, .offprint-columns-lr { box-sizing: border-box; height: min(36em, 82vh); max-width: 100%; overflow: auto hidden; text-orientation: mixed; }
.offprint-columns-rl { writing-mode: vertical-rl; }
.offprint-columns-lr { writing-mode: vertical-lr; }
:is(.offprint-columns-rl, .offprint-columns-lr) :is(img, video, svg) { max-width: none; max-height: 100%; width: auto; }
:is(.offprint-columns-rl, .offprint-columns-lr) > :first-child { margin-block-start: 0; }
.offprint-missing { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .3em; box-sizing: border-box; max-width: 100%; margin: 0 auto; padding: 1.2em 1.4em; border: 1px dashed light-dark(#b9b4a7, #666); border-radius: 4px; background: light-dark(#f7f5ef, #202023); font-size: .82em; line-height: 1.5; color: light-dark(#6b6b6b, #9a9a9a); text-align: center; text-indent: 0; overflow-wrap: anywhere; }
.offprint-missing-alt { color: light-dark(#333, #ccc); }
.offprint-missing-small { display: inline-block; overflow: hidden; padding: 0 2px; text-overflow: ellipsis; white-space: nowrap; vertical-align: middle; }
@media print { .offprint-columns-rl, .offprint-columns-lr { writing-mode: horizontal-tb; height: auto; overflow: visible; } .offprint-missing { max-height: 7cm; break-inside: avoid; } }
`;
