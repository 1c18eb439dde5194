// The page that shows many hostile pages at once, each in a frame, and looks at them when they are there.

import { provoke } from './provoke.ts';
import { walkDocument } from './walker.ts';

declare global {
  /** The numbers of the payloads that ran, each with a comma. */
  var ran: string;
  var look: typeof lookAtFrames;
}

export interface Look {
  readonly number: number;
  /** Null where the frame's page cannot be reached, as it went elsewhere. */
  readonly faults: readonly string[] | null;
}

globalThis.ran = '';
globalThis.look = lookAtFrames;

/** Looks at each frame's tree, then provokes it. */
async function lookAtFrames(mayLeave: boolean): Promise<Look[]> {
  const frames = [...document.querySelectorAll('iframe')];
  const looks = frames.map((frame) => ({ number: Number(frame.dataset['number']), faults: frame.contentDocument === null ? null : walkDocument(frame.contentDocument) }));
  for (const frame of frames) if (frame.contentDocument !== null) provoke(frame.contentDocument, mayLeave);
  // Until what was provoked has been asked for.
  await new Promise((later) => setTimeout(later, 150));
  return looks;
}
