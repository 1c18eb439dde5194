// One rung of the ladder: asks for a resource in one way, once more where that can help, and judges what came.

import { setTimeout as wait } from 'node:timers/promises';
import type { FailureKind } from '../../../preload/contract/result.ts';
import type { HttpAnswer } from '../model/ports.ts';
import type { FoundResource } from '../model/raw-page.ts';
import type { FetchTools } from './fetch-resource.ts';
import { flawOf, type Flaw } from './picture-flaw.ts';
import type { Rung } from './rescue-ladder.ts';
import { sniff, type Sniffed } from './sniff.ts';

export interface Real {
  readonly bytes: Uint8Array;
  readonly sniffed: Sniffed;
  readonly finalUrl: string;
  readonly status: number | null;
  readonly contentType: string | null;
}

/** What an attempt came to: the real thing, or why not. `flaw` and `real` together: something that might do. */
export interface Outcome {
  readonly real: Real | null;
  readonly flaw: Flaw | 'placeholder' | null;
  readonly answer: string;
  readonly failure: FailureKind | null;
  readonly status: number | null;
}

/** Milliseconds before the same is tried once more; what a server asks for is waited for if it is not longer. */
const pause = 150;
const longestPause = 5_000;

const unreachable = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$|no (lookup|connect|secureConnect) in time/;

/** One cut connection, or one 503, must not lose a picture: such are tried twice. */
export async function askRung(resource: FoundResource, rung: Rung, tools: FetchTools): Promise<Outcome> {
  const { hosts } = tools;
  const dead = hosts.deadReason(resource.url);
  if (dead !== null) return { real: null, flaw: null, answer: dead, failure: 'offline', status: null };
  const first = await askOnce(resource, rung, tools);
  if (!isPassing(first.outcome) || hosts.retryIsVain(resource.url) || tools.signal.aborted) return first.outcome;
  await wait(first.pause, undefined, { signal: tools.signal }).catch(() => undefined);
  if (tools.signal.aborted) return first.outcome;
  const { outcome } = await askOnce(resource, rung, tools);
  hosts.retried(resource.url, !isPassing(outcome));
  return outcome;
}

/** What may be otherwise a moment later. */
function isPassing({ status, flaw, failure, answer }: Outcome): boolean {
  if (failure !== null) return failure === 'offline' && !unreachable.test(answer);
  return flaw === 'cut short' || (status !== null && (status >= 500 || status === 429));
}

async function askOnce(resource: FoundResource, rung: Rung, tools: FetchTools): Promise<{ outcome: Outcome; pause: number }> {
  const { url, role } = resource;
  const { hosts } = tools;
  const answer = await tools.http.get({
    url,
    want: role === 'icon' ? 'image' : role,
    referer: rung.referer,
    cookies: rung.cookies,
    jar: tools.jar,
    page: tools.pageUrl,
    patienceMs: hosts.patienceFor(url),
    ...(role === 'media' ? { maxBytes: tools.mediaBytes } : {}),
    signal: tools.signal,
  });
  if (answer.ok) {
    hosts.answered(url);
    return { outcome: await judged(resource, answer.value, tools), pause: pauseOf(answer.value) };
  }
  const { kind } = answer.failure;
  const said = answer.failure.detail || kind;
  if (unreachable.test(said)) hosts.notConnected(url, said);
  else if (kind === 'timed-out') hosts.stalled(url);
  return { outcome: { real: null, flaw: null, answer: said, failure: kind, status: null }, pause };
}

async function judged(resource: FoundResource, answer: HttpAnswer, tools: FetchTools): Promise<Outcome> {
  const { status, bytes, finalUrl, headers } = answer;
  if (status < 200 || status >= 300) return { real: null, flaw: null, answer: `HTTP ${status}`, failure: null, status };
  return judge(resource, { bytes, finalUrl, status, contentType: headers['content-type'] ?? null }, tools);
}

/** Bytes that came, from wherever: whether they are what the page shows. */
export async function judge(resource: FoundResource, came: Omit<Real, 'sniffed'>, tools: Pick<FetchTools, 'placeholders'>): Promise<Outcome> {
  const { role } = resource;
  const { status } = came;
  const sniffed = await sniff(came.bytes, role);
  if (sniffed === null) return { real: null, flaw: null, answer: `not ${named(role)}`, failure: null, status };
  const real = { ...came, sniffed };
  const flaw = role === 'image' || role === 'icon' ? flawIn(resource, real, tools) : null;
  return { real, flaw, answer: flaw ?? 'real', failure: null, status };
}

function flawIn(resource: FoundResource, { bytes, sniffed }: Real, tools: Pick<FetchTools, 'placeholders'>): Outcome['flaw'] {
  const flaw = flawOf(bytes, sniffed);
  if (flaw === 'one pixel') return resource.specks === 'fine' || resource.role === 'icon' ? null : flaw;
  return flaw ?? (tools.placeholders.isOne(resource, bytes, sniffed) ? 'placeholder' : null);
}

function pauseOf({ headers }: HttpAnswer): number {
  const seconds = Number(headers['retry-after'] ?? NaN);
  return seconds * 1_000 <= longestPause ? Math.max(pause, seconds * 1_000) : pause;
}

function named(role: FoundResource['role']): string {
  switch (role) {
    case 'image':
    case 'icon':
      return 'a picture';
    case 'style':
      return 'a stylesheet';
    case 'font':
      return 'a font';
    case 'media':
      return 'audio or video';
  }
}
