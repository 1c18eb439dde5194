// A page of the web, drawn in a Chromium: gone to, scrolled through, waited for, and taken as it is then, with the answers
// that the browser has seen on the way. The Chromium's only way out is a gate of ours (gate.ts).

import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import type { DrawnPage, DrawRequest } from '../../../engine/model/ports.ts';
import { failureOf } from '../devtools-failure.ts';
import type { DevToolsTarget, TargetHost } from '../devtools-target.ts';
import { makeCopyFolder, type CopyFolder } from './copy-folder.ts';
import { endingFailure, navigationFailure } from './draw-failure.ts';
import type { DrawLimits } from './draw-limits.ts';
import { openSessions, type DrawSession, type DrawSessions } from './draw-sessions.ts';
import { drawnFrames } from './drawn-frames.ts';
import { openGate, type Gate, type WayOut } from './gate.ts';
import { appear, appearanceOf } from './looks-like-browser.ts';
import { watchMainAnswer, type MainAnswer, type MainAnswers } from './main-answer.ts';
import { evaluateIn, ownWorld, within } from './own-world.ts';
import { callOf } from './page/page-dom.ts';
import { scrollPage } from './page/scroll-page.ts';
import { watchPage } from './page/watch-page.ts';
import { untilQuiet, type SettleTools } from './settled.ts';
import { watchTraffic, type Traffic } from './traffic.ts';
import { watchOver, type Watchdog } from './watchdog.ts';

/** CSS pixels: the window that the original view is compared with. */
const [width, height] = [1280, 900];
/** Of the page's timers: milliseconds, and how many one after another. */
const [longestTimer, deepestTimer] = [3_000, 4];
/** Screens: a page that grows for ever is left there. */
const furthest = 150;

/** Failures: `no-browser`, `cancelled`, and those of going to a page (draw-failure.ts). */
export async function drawPage(host: TargetHost, way: WayOut, request: DrawRequest, limits: DrawLimits): Promise<Result<DrawnPage>> {
  const overall = AbortSignal.timeout(limits.wholeMs);
  const signal = AbortSignal.any([request.signal, overall]);
  const gate = await openGate(way, limits.pageBytes);
  const copies = await makeCopyFolder();
  const target = await host.openTarget({ width, height, proxy: gate.address, signal });
  let drawn: Result<DrawnPage> = fail('cancelled', request.url);
  try {
    drawn = target.ok ? await new Drawing(target.value, gate, copies, limits).draw(request.url) : target;
  } catch (error) {
    drawn = failureOf(error, request.url, request.signal);
    if (overall.aborted && !request.signal.aborted) drawn = fail('timed-out', request.url, `${limits.wholeMs / 1000} s`);
  } finally {
    if (target.ok) await target.value.close();
    await gate.close();
    if (!drawn.ok) await copies.remove();
  }
  return drawn;
}

class Drawing {
  readonly #target: DevToolsTarget;
  readonly #gate: Gate;
  readonly #copies: CopyFolder;
  readonly #limits: DrawLimits;
  readonly #traffic: Traffic;
  readonly #question = `offprint-${randomBytes(8).toString('hex')}`;
  #sessions: DrawSessions | null = null;

  constructor(target: DevToolsTarget, gate: Gate, copies: CopyFolder, limits: DrawLimits) {
    this.#target = target;
    this.#gate = gate;
    this.#copies = copies;
    this.#limits = limits;
    this.#traffic = watchTraffic(copies, limits);
  }

  async draw(url: string): Promise<Result<DrawnPage>> {
    const target = this.#target;
    const watchdog = watchOver(target, () => this.#sessions, this.#limits);
    try {
      const ended = watchdog.ending.then((why) => endingFailure(url, why));
      const work = this.#work(url, watchdog);
      const drawn = await Promise.race([work, ended]);
      // Where it was given up, closing the page ends the work.
      work.catch(() => undefined);
      return drawn;
    } finally {
      watchdog.stop();
    }
  }

  async #work(url: string, watchdog: Watchdog): Promise<Result<DrawnPage>> {
    const { frameTree } = await this.#target.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
    const frameId = frameTree.frame.id;
    const sessions = await this.#prepare();
    const answers = await watchMainAnswer(this.#target, frameId, this.#gate);
    const gone = await this.#goTo(url);
    if (!gone.ok) return gone;
    const answer = answers.latest();
    if (answer !== null && !isMarkup(answer)) return ok(this.#bare(answer));
    const tools: SettleTools = { sessions, traffic: this.#traffic, question: this.#question, limits: this.#limits };
    await untilQuiet(this.#limits.quietMs / 2, tools);
    const scrolled = this.#scroll(frameId);
    await within(this.#limits.scrollMs + 2_000, scrolled, 'scrolling').catch(() => 0);
    const quiet = await untilQuiet(this.#limits.quietMs, tools);
    await within(this.#limits.quietMs, this.#traffic.written(), 'copies').catch(() => undefined);
    await watchdog.weigh();
    watchdog.stop();
    return this.#take(sessions, answers, quiet ? watchdog.notes() : [...watchdog.notes(), 'it never became quiet']);
  }

  async #prepare(): Promise<DrawSessions> {
    const appearance = await appearanceOf(this.#target);
    const watching = callOf(watchPage, this.#question, longestTimer, deepestTimer);
    const prepare = async ({ channel }: DrawSession): Promise<void> => {
      await Promise.all([
        channel.send('Page.enable'),
        channel.send('Page.addScriptToEvaluateOnNewDocument', { source: watching, runImmediately: true }),
        channel.send('DOM.enable'),
        appear(channel, appearance),
        this.#traffic.follow(channel),
      ]);
    };
    this.#sessions = await openSessions(this.#target, prepare);
    await Promise.all([
      this.#target.send('Inspector.enable'),
      this.#target.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
    ]);
    return this.#sessions;
  }

  /** Until its HTML is parsed. What stalls after that does not hold it up. */
  async #goTo(url: string): Promise<Result<null>> {
    const parsed = new Promise<void>((resolve) => this.#target.on('Page.domContentEventFired', () => resolve()));
    const gone = this.#target.send<{ errorText?: string }>('Page.navigate', { url });
    const { errorText } = await within(this.#limits.arrivalMs, gone, 'Page.navigate');
    if (errorText !== undefined) return navigationFailure(url, errorText, this.#gate.problem());
    await within(this.#limits.arrivalMs, parsed, 'the page').catch(() => undefined);
    return ok(null);
  }

  async #scroll(frameId: string): Promise<number> {
    const world = await ownWorld(this.#target, frameId);
    return evaluateIn<number>(this.#target, world, callOf(scrollPage, this.#limits.scrollMs, furthest));
  }

  async #take(sessions: DrawSessions, answers: MainAnswers, notes: readonly string[]): Promise<Result<DrawnPage>> {
    const { page, frames } = await within(this.#limits.arrivalMs, drawnFrames(sessions, this.#limits), 'the page as drawn');
    const answer = answers.latest();
    if (answer === null) return fail('offline', page.url, 'no answer');
    // Scripts may have given it another address since (history.pushState).
    return ok({ ...this.#bare(answer), finalUrl: page.url, base: page.base, html: page.html, frames, notes });
  }

  #bare({ url, status, headers, bytes }: MainAnswer): DrawnPage {
    return {
      finalUrl: url,
      status,
      headers,
      bytes,
      html: '',
      base: url,
      frames: [],
      notes: [],
      copyOf: (address) => this.#copies.copyOf(address),
      close: () => this.#copies.remove(),
    };
  }
}

function isMarkup({ headers }: MainAnswer): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml|text\/xml|application\/xml|$)/i.test(headers['content-type'] ?? '');
}
