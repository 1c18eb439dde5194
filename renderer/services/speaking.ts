// Reads the open article aloud, by the voices of the system. Only those that speak on this computer: others would send the
// words away.

import { createSpeaker, type Voice } from '../lib/speaker.ts';
import { voiceFor } from '../lib/voices.ts';
import { silent, speech } from '../state/speech.ts';
import { shownPage } from './placing.ts';

let language = '';

const systemVoice: Voice = {
  say(words, rate, done) {
    const utterance = new SpeechSynthesisUtterance(words);
    const voice = voiceFor(speechSynthesis.getVoices(), language);
    if (voice === null) return done(false);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    utterance.addEventListener('end', () => done(true));
    utterance.addEventListener('error', () => done(false));
    speechSynthesis.speak(utterance);
  },
  hush: () => speechSynthesis.cancel(),
};

const speaker = createSpeaker(systemVoice, (now) => speech.change({ ...now, open: now.state !== 'idle' }));

/** Begins at what is selected or at the top of what is in sight; pauses, and goes on. */
export function toggleSpeech(): void {
  const page = shownPage();
  if (speech.get().state !== 'idle') return speaker.toggle();
  if (page === null) return;
  language = page.language === '' ? navigator.language : page.language;
  const sentences = page.sentences();
  const from = sentences.findIndex(({ end }) => end > (page.selected()?.start ?? page.topOffset()));
  speech.set({ ...silent, rate: speech.get().rate, sentences, open: true });
  void begin(sentences.map(({ start, end }) => page.text.slice(start, end)), Math.max(0, from));
}

export function stepSpeech(by: 1 | -1): void {
  speaker.step(by);
}

export function setSpeechRate(rate: number): void {
  speech.change({ rate });
  speaker.setRate(rate);
}

/** Also where no voice was there: the bar goes. */
export function stopSpeech(): void {
  if (speech.get().open) speaker.stop();
}

async function begin(words: readonly string[], from: number): Promise<void> {
  await voicesAreKnown();
  if (!speech.get().open) return;
  if (voiceFor(speechSynthesis.getVoices(), language) === null) return speech.change({ lacksVoice: true });
  speaker.setRate(speech.get().rate);
  speaker.start(words, from);
}

/** Chromium asks the system for its voices when it is asked for the first time. */
function voicesAreKnown(): Promise<void> {
  if (speechSynthesis.getVoices().length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, 700);
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
  });
}
