// Where lazy loaders and content systems, Chinese ones among them, put the real address of a picture until it is seen.

/**
 * The real address, the surest first: a loader puts it in the place of whatever `src` there is.
 * lazysizes, lozad, vanilla-lazyload, jQuery lazyload, b-lazy, layui, echo.js, KISSY, WordPress plugins (WP Rocket, Jetpack, a3,
 * LiteSpeed, Smush, EWWW), Cloudflare, Ezoic, PageSpeed, Flickity, Slick, Zhihu, WeChat, Discuz, JD.
 */
export const lazyAttributes = [
  'data-actualsrc', 'data-src', 'data-lazy-src', 'data-original', 'data-lazysrc', 'data-lazyload', 'data-lazy', 'data-lazyload-src', 'data-ll-src', 'data-echo',
  'data-echo-src', 'data-ks-lazyload', 'data-ks-lazyload-custom', 'data-cfsrc', 'data-ezsrc', 'data-pagespeed-lazy-src', 'data-pagespeed-high-res-src',
  'data-flickity-lazyload', 'data-flickity-lazyload-src', 'data-deferred-src', 'data-defer-src', 'data-li-src', 'data-frz-src', 'data-runner-src', 'data-wf-src',
  'data-nectar-img-src', 'data-lazyload-img', 'data-lazy-img', 'data-aload', 'lay-src', 'lz-src', 'lazy-src', 'lazysrc', 'loadsrc', '_src', 'file',
] as const;

/** The same picture, perhaps larger: shown where `src` is no more than a placeholder, else tried when `src` cannot be had. */
export const hintAttributes = [
  'data-img-src', 'data-imgsrc', 'data-image-src', 'data-main-image', 'data-original-src', 'data-ori-src', 'data-real-src', 'data-realsrc', 'real_src', 'real-src', 'realsrc',
  'data-srcimg', 'data-imgurl', 'data-img-url', 'data-delayed-url', 'data-opt-src', 'data-media-src', 'data-src-webp', 'data-normal', 'data-backsrc', 'data-croporisrc',
  'data-large-file', 'data-full-src', 'data-hi-res-src', 'data-hires', 'data-highres', 'data-high-res-src', 'data-large', 'data-full', 'data-zoom-image', 'data-zoom-src',
  'data-src-retina', 'data-retina', 'data-at2x', 'data-orig-file', 'data-orig-src', 'data-medium-file', 'data-image', 'data-url', 'data-source', 'zoomfile', 'original',
  'xsrc', 'lsrc', 'osrc', 'init_src', 'src2', 'src1', 'bigsrc', 'data-bigsrc', 'hi-src',
] as const;

export const lazySets = [
  'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-ezsrcset', 'data-flickity-lazyload-srcset', 'data-lazyload-srcset', 'data-src-set', 'lazy-srcset', 'data-cfsrcset',
] as const;
export const lazySizes = ['data-sizes', 'data-lazy-sizes'] as const;

/** Of the background of an element. Some hold an address, some CSS (`url(…)`, `image-set(…)`), `…set` a srcset. */
export const lazyBackgrounds = [
  'data-bg', 'data-background', 'data-background-image', 'data-bg-image', 'data-bg-url', 'data-bg-src', 'data-bgimage', 'data-bgimg', 'data-lazy-background', 'data-lazy-bg', 'data-lazybg',
  'data-back', 'data-image-background', 'data-parallax-image', 'data-original-background', 'data-bg-multi', 'data-bgset', 'data-bg-set', 'data-background-image-set', 'lay-bg',
] as const;

export const pictureEnding = /\.(jpe?g|jfif|png|gif|webp|avif|svg|bmp)([?#!@]|$|_\d|-w\d)/i;

/** `src` of a picture that waits for its real one. */
const waiting =
  /(^|[/_.-])(blank|spacer|placeholder|place-holder|loading|loader|lazy|lazyload|lazy-?loading|grey|gray|transparent|trans|pixel|1x1|default[-_]?(img|image|pic)?|none|nopic|noimg|empty|dot|clear)\.(gif|png|svg|jpe?g|webp)([?#]|$)|(^|\/)(s|t|x|white|load)\.gif([?#]|$)|^about:blank|^#|^javascript:/i;

/** Whether `src` shows nothing yet. */
export function isWaiting(source: string): boolean {
  const trimmed = source.trim();
  return trimmed === '' || (/^data:/i.test(trimmed) && trimmed.length < 4_000) || waiting.test(trimmed);
}

/** An address, not a word, an id or a list: it begins as one, or ends as a picture does. */
export function looksLikeAddress(value: string): boolean {
  const trimmed = value.trim();
  if (/[\n<>{}"]/.test(trimmed.replace('{width}', '')) || trimmed.includes(', ')) return false;
  return /^(https?:)?\/\/[^/]/i.test(trimmed) || /^\.{0,2}\/[^/]/.test(trimmed) || pictureEnding.test(trimmed);
}
