// What one question is asked with: the index, the moment, and how much may be spent on it.

import type { Ground } from '../store/ground.ts';

/** Milliseconds after which a question is answered with what has been found, if at least half of them were its own work. */
const longestQuestionMs = 150;
/** Where the disk or other programs take the time, giving up does not help: until then. */
const longestWaitMs = 1000;

export class Asking {
  readonly ground: Ground;
  /** While typing: a bounded answer may stand in. */
  readonly quick: boolean;
  readonly #began = performance.now();
  readonly #spent = process.threadCpuUsage();
  /** Something was left out to be quick. */
  bounded = false;
  /** Something was left out as the time was over. */
  partial = false;

  constructor(ground: Ground, quick: boolean) {
    this.ground = ground;
    this.quick = quick;
  }

  /** True when the time is over; the answer is then said to be partial. */
  readonly isOver = (): boolean => {
    const waited = performance.now() - this.#began;
    if (waited < longestQuestionMs) return false;
    const { user, system } = process.threadCpuUsage(this.#spent);
    const worked = (user + system) / 1000;
    if (waited < longestWaitMs && worked < longestQuestionMs / 2) return false;
    this.partial = true;
    return true;
  };
}
