// Reads sentences aloud one after the other: what is said, what comes next, and what a pause means. The voice is a port.

export interface Voice {
  /** Says words; calls `done` once when they are said, with false where they could not be. */
  readonly say: (words: string, rate: number, done: (isSaid: boolean) => void) => void;
  /** Falls silent; what was being said is not finished. */
  readonly hush: () => void;
}

export interface Speech {
  readonly state: 'idle' | 'speaking' | 'paused' | 'failed';
  /** The sentence that is being read, from 0. */
  readonly at: number;
}

export interface Speaker {
  readonly start: (sentences: readonly string[], from: number) => void;
  /** Begins the sentence anew where it was paused: voices do not go on in the midst of one reliably. */
  readonly toggle: () => void;
  /** To the next (1) or the previous (-1) sentence; paused it stays paused. */
  readonly step: (by: 1 | -1) => void;
  /** From the next sentence on, and for the one that is being read at once. */
  readonly setRate: (rate: number) => void;
  readonly stop: () => void;
}

export function createSpeaker(voice: Voice, tell: (speech: Speech) => void): Speaker {
  let sentences: readonly string[] = [];
  let now: Speech = { state: 'idle', at: 0 };
  let rate = 1;
  /** Rises with each sentence that is begun: a voice that was hushed may still say that it is done. */
  let turn = 0;

  function become(next: Speech): void {
    now = next;
    tell(next);
  }

  function hush(): void {
    turn += 1;
    voice.hush();
  }

  function read(at: number): void {
    const words = sentences[at];
    if (words === undefined) return become({ state: 'idle', at: 0 });
    hush();
    const mine = turn;
    become({ state: 'speaking', at });
    voice.say(words, rate, (isSaid) => {
      if (mine !== turn) return;
      if (isSaid) read(at + 1);
      else become({ state: 'failed', at });
    });
  }

  return {
    start(wanted, from) {
      sentences = wanted;
      read(Math.max(0, Math.min(from, wanted.length - 1)));
    },
    toggle() {
      if (now.state === 'speaking') {
        hush();
        become({ ...now, state: 'paused' });
      } else if (now.state !== 'idle') read(now.at);
    },
    step(by) {
      if (now.state === 'idle') return;
      const at = Math.max(0, Math.min(sentences.length - 1, now.at + by));
      if (now.state === 'speaking') read(at);
      else become({ ...now, at });
    },
    setRate(next) {
      rate = next;
      if (now.state === 'speaking') read(now.at);
    },
    stop() {
      hush();
      become({ state: 'idle', at: 0 });
    },
  };
}
