// A page job: everything that a stylesheet names. Runs in the bounded worker.

import { absolute, isLoadable } from '../model/address.ts';
import { rewriteCss } from '../model/css-links.ts';
import type { FoundResource, StyleRequest, StyleSurvey } from '../model/raw-page.ts';

/** A page job: the stylesheet with its addresses made absolute, for where it is to stand elsewhere. */
export function absoluteStyle({ css, base }: StyleRequest): { css: string } {
  return { css: rewriteCss(css, 'stylesheet', (link) => (link.startsWith('#') ? link : absolute(link, base))) };
}

export function surveyStyle(request: StyleRequest): StyleSurvey {
  const found = new Map<string, FoundResource>();
  rewriteCss(request.css, 'stylesheet', (link, role) => {
    const address = absolute(link, request.base);
    if (address !== null && isLoadable(address) && !address.startsWith('data:')) {
      found.set(address, { url: address, role, referrerPolicy: null, ...(role === 'image' ? { specks: 'fine' as const } : {}) });
    }
    return link;
  });
  return { resources: [...found.values()] };
}
