// How the two ends of the door know each other: each shows that it knows the note's secret, without saying it. On Windows the
// name of a pipe could be another user's; and what speaks to the door could be anything.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Lines } from './lines.ts';

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const asked = v.strictObject({ asks: hex });
const shown = v.strictObject({ shows: hex, asks: hex });
const answered = v.strictObject({ shows: hex });
const welcomed = v.strictObject({ welcome: v.literal(true) });

/**
 * The app's side. False for who does not know the secret.
 * @param allowed bytes of a line for who does: said before the welcome, as more comes right after it.
 */
export async function greetGuest(lines: Lines, secret: string, allowed: number): Promise<boolean> {
  const first = await lines.next();
  if (!v.is(asked, first)) return false;
  const asks = nonce();
  lines.send({ shows: proof(secret, 'app', first.asks), asks });
  const second = await lines.next();
  if (!v.is(answered, second) || !isSame(second.shows, proof(secret, 'terminal', asks))) return false;
  lines.allow(allowed);
  lines.send({ welcome: true });
  return true;
}

/** The terminal's side. */
export async function greetHost(lines: Lines, secret: string): Promise<boolean> {
  const asks = nonce();
  lines.send({ asks });
  const answer = await lines.next();
  if (!v.is(shown, answer) || !isSame(answer.shows, proof(secret, 'app', asks))) return false;
  lines.send({ shows: proof(secret, 'terminal', answer.asks) });
  return v.is(welcomed, await lines.next());
}

function nonce(): string {
  return randomBytes(32).toString('hex');
}

function proof(secret: string, side: 'app' | 'terminal', asks: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(`${side} ${asks}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
