// Attributes that are handlers, and the ways in which an attribute may be written so that it is not seen as one.

import { payloads, type Payload } from './payload.ts';

const names =
  'abort activate afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch beforepaste ' +
  'beforeprint beforetoggle beforeunload begin blur bounce cancel canplay canplaythrough change click close command contentvisibilityautostatechange contextmenu ' +
  'contextlost contextrestored copy cuechange cut dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange emptied end ended error ' +
  'fencedtreeclick finish focus focusin focusout formdata fullscreenchange fullscreenerror gotpointercapture hashchange input invalid keydown keypress keyup ' +
  'languagechange load loadeddata loadedmetadata loadend loadstart lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove mouseout ' +
  'mouseover mouseup mousewheel offline online overscroll pagehide pagereveal pageshow pageswap paste pause play playing pointercancel pointerdown pointerenter ' +
  'pointerleave pointermove pointerout pointerover pointerrawupdate pointerup popstate progress promptaction promptdismiss ratechange readystatechange reset ' +
  'resize repeat scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select selectionchange selectstart show ' +
  'slotchange stalled start storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun ' +
  'transitionstart unhandledrejection unload validationstatuschange volumechange waiting webkitanimationend webkitanimationiteration webkitanimationstart ' +
  'webkitfullscreenchange webkitfullscreenerror webkittransitionend wheel zoom';

export const eventNames: readonly string[] = names.split(' ');

export const eventAttributes: readonly Payload[] = eventNames.flatMap((name) =>
  payloads('event attribute', {
    [`on${name} on text`]: ({ run }) => `<p tabindex=0 on${name}="${run}">Words to hover and to click</p>`,
    [`on${name} on a picture`]: ({ run }) => `<img src=x alt=a on${name}='${run}'>`,
    [`on${name} on a drawing`]: ({ run }) => `<svg width=20 height=20 on${name}="${run}"><rect width=20 height=20 on${name}="${run}"/></svg>`,
    [`on${name} on an element of its own`]: ({ run }) => `<my-thing on${name}="${run}">Words</my-thing>`,
  }),
);

export const attributeSyntax: readonly Payload[] = payloads('attribute syntax', {
  'no quotes': ({ run }) => `<img src=x onerror=${run}>`,
  'slashes for blanks': ({ run }) => `<img/src=x/onerror="${run}"/>`,
  'mixed case': ({ run }) => `<ImG sRc=x oNeRrOr="${run}">`,
  'new lines': ({ run }) => `<img\nsrc\n=\nx\nonerror\n=\n"${run}">`,
  'tabs': ({ run }) => `<img\tsrc=x\tonerror\t=\t"${run}">`,
  'form feeds': ({ run }) => `<img\fsrc=x\fonerror\f=\f"${run}">`,
  'no blank between': ({ run }) => `<img src="x"onerror="${run}">`,
  'a quote as a name': ({ run }) => `<img src=x " onerror="${run}">`,
  'an equals sign as a name': ({ run }) => `<img src=x =onerror onerror="${run}">`,
  'given twice': ({ run }) => `<img src=x onerror="${run}" onerror="1">`,
  'hidden in another': ({ run }) => `<img src=x alt="a\`> onerror=" onerror="${run}">`,
  'grave accents': ({ run }) => `<img src=\`x\` onerror="${run}">`,
  'decimal references': ({ run }) => `<img src=x onerror="${references(run, (code) => `&#${code};`)}">`,
  'hexadecimal references': ({ run }) => `<img src=x onerror="${references(run, (code) => `&#x${code.toString(16)};`)}">`,
  'long references without an end': ({ run }) => `<img src=x onerror="${references(run, (code) => `&#${String(code).padStart(7, '0')} `).replaceAll(' ', ';')}">`,
  'a NUL in the name': ({ run }) => `<img src=x one\0rror="${run}">`,
  'a NUL before the name': ({ run }) => `<img src=x \0onerror="${run}">`,
  'a NUL in the tag': ({ run }) => `<im\0g src=x onerror="${run}">`,
  'a control before the name': ({ run }) => `<img src=x \x0conerror="${run}">`,
  'a vertical tab before the name': ({ run }) => `<img src=x \x0bonerror="${run}">`,
  'an open tag at the end': ({ run }) => `<img src=x onerror="${run}"`,
  'an open quote at the end': ({ run }) => `<img src=x onerror=${run} alt="`,
  'a second tag opened within': ({ run }) => `<img <img src=x onerror="${run}">`,
  'two opening brackets': ({ run }) => `<<img src=x onerror="${run}">`,
  'a full-width bracket': ({ run }) => `\uff1cimg src=x onerror="${run}"\uff1e<img src=x onerror="${run}">`,
  'a namespace in the name': ({ run }) => `<svg xmlns:a="b" a:onload="${run}" onload="${run}">`,
  'in an end tag': ({ run }) => `<p>Words</p onclick="${run}"><p>More</p>`,
  'on a closing break': ({ run }) => `</br onclick="${run}"></p onclick="${run}">`,
  'of a template': ({ run }) => `<template shadowrootmode=open onx="${run}"><img src=x onerror="${run}"></template>`,
  'on the second body': ({ run }) => `<body onload="${run}" onpageshow="${run}" onhashchange="${run}">`,
  'on the second html': ({ run }) => `<html onclick="${run}" onmouseover="${run}">`,
  'as a data attribute': ({ run }) => `<p data-onclick="${run}" onclick="${run}" data-bind="click: ${run}" ng-click="${run}" x-on:click="${run}" @click="${run}">Words</p>`,
  'with a prefix that is none': ({ run }) => `<p xlink:onclick="${run}" aria-onclick="${run}" onclick="${run}">Words</p>`,
});

function references(text: string, write: (code: number) => string): string {
  return Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');
}
