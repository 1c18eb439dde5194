// The bounds on drawing a page: every wait, every count and every size. Tests give smaller ones; nothing else does.

export interface DrawLimits {
  /** Milliseconds for the whole of it, from the first request to the last byte of the page as drawn. */
  readonly wholeMs: number;
  /** Milliseconds until the page's own HTML has come and been parsed. */
  readonly arrivalMs: number;
  /** Milliseconds that a page gets, from its first words on, to become quiet: scrolling apart. */
  readonly quietMs: number;
  /** Milliseconds for scrolling through it. */
  readonly scrollMs: number;
  /** Milliseconds without a single byte, after which what is still asked for counts as stalled. */
  readonly stalledMs: number;
  /** Milliseconds without an answer to the simplest question, after which a script counts as spinning. */
  readonly spinningMs: number;
  /** Spinning scripts that are stopped one by one, before scripts are switched off altogether. */
  readonly stoppedScripts: number;
  /** Dialogs (`alert` and the like) before scripts are switched off. */
  readonly dialogs: number;
  /** Times that the page may lead elsewhere by itself, server redirects apart. */
  readonly navigations: number;
  /** Bytes over the network, all together. */
  readonly pageBytes: number;
  /** Bytes of one answer that is kept; what is larger is fetched again by the engine, in a stream. */
  readonly copyBytes: number;
  /** Bytes of all answers that are kept. */
  readonly copiesBytes: number;
  /** Bytes of memory of the page's process. */
  readonly memoryBytes: number;
  /** Characters of HTML as drawn, frames included. */
  readonly htmlLength: number;
  /** Frames whose contents are taken. */
  readonly frames: number;
}

export const drawLimits: DrawLimits = {
  wholeMs: 90_000,
  arrivalMs: 30_000,
  quietMs: 8_000,
  scrollMs: 10_000,
  stalledMs: 4_000,
  spinningMs: 3_000,
  stoppedScripts: 3,
  dialogs: 10,
  navigations: 10,
  pageBytes: 500_000_000,
  copyBytes: 32_000_000,
  copiesBytes: 400_000_000,
  memoryBytes: 1_500_000_000,
  htmlLength: 50_000_000,
  frames: 60,
};
