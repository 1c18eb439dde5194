// Waiting until a page is drawn: its network, its DOM, its fonts and pictures, and the timers that it has set.

import { setTimeout as pause } from 'node:timers/promises';
import type { DrawLimits } from './draw-limits.ts';
import type { DrawSession, DrawSessions } from './draw-sessions.ts';
import { evaluateIn, ownWorld, within } from './own-world.ts';
import { callOf } from './page/page-dom.ts';
import { pageState, type PageState } from './page/page-state.ts';
import type { Traffic } from './traffic.ts';

/** Milliseconds between two looks, and for how long nothing may have moved. */
const lookEvery = 50;
const stillFor = 150;
/** Milliseconds: a page on which only the DOM still moves (a clock, a row of pictures in turn) is as it will be. */
const restlessMs = 2_500;

export interface SettleTools {
  readonly sessions: DrawSessions;
  readonly traffic: Traffic;
  readonly question: string;
  readonly limits: DrawLimits;
}

/** Fulfilled when nothing is to come any more, or after `ms` milliseconds. @returns whether it is quiet. */
export async function untilQuiet(ms: number, tools: SettleTools): Promise<boolean> {
  const until = performance.now() + ms;
  let restlessSince: number | null = null;
  while (performance.now() < until) {
    const states = await statesOf(tools);
    const stalled = tools.traffic.quietMs() > tools.limits.stalledMs;
    const idle = stalled || (tools.traffic.underWay() === 0 && tools.traffic.quietMs() >= stillFor);
    const waits = states.some(({ fontsLoad, picturesLoad, timersRun }) => fontsLoad || timersRun || (picturesLoad && !stalled));
    if (idle && !waits && states.length > 0) {
      if (states.every(({ unchangedMs }) => unchangedMs >= stillFor)) return true;
      restlessSince ??= performance.now();
      if (performance.now() - restlessSince > restlessMs) return true;
    } else restlessSince = null;
    await pause(lookEvery);
  }
  return false;
}

/** Of the page and its frames; empty while it does not answer or is on its way elsewhere. */
async function statesOf({ sessions, question, limits }: SettleTools): Promise<PageState[]> {
  const states = await Promise.all(sessions.all().map((session) => stateOf(session, question, limits).catch(() => null)));
  return states[0] === null ? [] : states.filter((state) => state !== null);
}

async function stateOf({ channel }: DrawSession, question: string, limits: DrawLimits): Promise<PageState> {
  const look = async (): Promise<PageState> => {
    const { frameTree } = await channel.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
    return evaluateIn<PageState>(channel, await ownWorld(channel, frameTree.frame.id), callOf(pageState, question));
  };
  return within(limits.spinningMs, look(), 'a look at the page');
}
