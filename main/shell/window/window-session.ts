// The window's session: no network, no permissions, and the one session in which the app's scheme exists.

import { session, type Session } from 'electron';
import type { ProtocolSources } from '../protocol/answer-request.ts';
import { handleAppScheme } from '../protocol/app-protocol.ts';
import { sessionRules, windowSessionRules } from '../security/hardening.ts';
import { applyRules } from '../security/rule.ts';

/** Kept on disk, so that the window can remember the widths of its panes. */
const partition = 'persist:offprint';

/** Resolves when every rule holds: no page may be opened before. */
export async function prepareWindowSession(sources: ProtocolSources): Promise<Session> {
  const windowSession = session.fromPartition(partition);
  await applyRules(sessionRules, windowSession);
  await applyRules(windowSessionRules, windowSession);
  handleAppScheme(windowSession, sources);
  return windowSession;
}
