// What every flow works with: the ports, the open library, the index, and the news that something changed.

import type { Topic } from '../../../preload/contract/events.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import type { Ladder } from '../capture/rescue-ladder.ts';
import type { Library } from '../library/library.ts';
import type { Turns } from '../library/turns.ts';
import type { CaptureOptions } from '../model/capture-options.ts';
import type { Ports } from '../model/ports.ts';
import type { Index } from '../search/index-types.ts';
import type { Jobs } from './jobs.ts';

export interface Learnt {
  readonly ladder: Ladder;
  /** See capture/placeholders.ts. */
  readonly placeholders: Set<string>;
}

export interface EngineContext {
  readonly ports: Ports;
  readonly library: Library;
  readonly index: Index;
  readonly jobs: Jobs;
  readonly capturing: () => CaptureOptions;
  /** What captures have learnt of hosts, for those that follow. */
  readonly learnt: Learnt;
  /** Saves of the same address wait for each other. */
  readonly saving: Turns;
  /** `Offprint 1.2.3`. */
  readonly software: string;
  readonly version: string;
  readonly locale: Locale;
  readonly changed: (topic: Topic) => void;
}
