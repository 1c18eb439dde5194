// Whether a page that was fetched must be drawn by a browser to be read: it is empty without its scripts, it stands before the
// article, it has far less text than it says of itself, or its scripts put pictures into it.

import type { Failure } from '../../../preload/contract/result.ts';
import type { PageSurvey } from '../model/raw-page.ts';

const reasons = {
  text: 'it has far less text than it says of itself',
  pictures: 'its scripts put pictures into it',
} as const;

/** Why, in plain words for the log; null for a page that is as it will be. */
export function whyBrowser({ kind, lacks }: PageSurvey): string | null {
  switch (kind) {
    case 'shell':
      return 'it is empty until its scripts draw it';
    case 'challenge':
      return 'it asks for a browser first';
    case 'consent':
      return 'it shows its cookie notice alone';
    case 'page':
      return lacks === null ? null : reasons[lacks];
    // No browser of ours is signed in, and an error stays one.
    case 'sign-in':
    case 'error':
      return null;
  }
}

/** Whether a refusal may be meant for programs alone. */
export function refusesPrograms({ kind, detail }: Failure): boolean {
  return kind === 'refused' && detail === 'HTTP 403';
}
