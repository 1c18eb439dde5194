// Paints the sentence that is being read aloud, and keeps it in sight.

import { useEffect } from 'react';
import { paintSpoken } from '../../lib/frame-paint.ts';
import { usePart } from '../../lib/store.ts';
import { shownPage } from '../../services/placing.ts';
import { stopSpeech } from '../../services/speaking.ts';
import { speech } from '../../state/speech.ts';
import type { LoadedFrame } from './page-frame.tsx';

export function useFrameSpeech(frame: LoadedFrame | null): void {
  const state = usePart(speech, (now) => now.state);
  const at = usePart(speech, (now) => now.at);
  const sentences = usePart(speech, (now) => now.sentences);
  // Another view has other words.
  useEffect(() => (frame === null ? undefined : stopSpeech), [frame]);
  useEffect(() => {
    if (frame === null) return;
    const sentence = state === 'idle' ? undefined : sentences[at];
    paintSpoken(frame.window, frame.index, sentence);
    if (sentence !== undefined && state === 'speaking') shownPage()?.reveal(sentence);
  }, [frame, state, at, sentences]);
}
