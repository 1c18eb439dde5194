// The sessions of a page while it is drawn: its own, and one for each frame that Chromium keeps in a process of its own.

import type { DevToolsObject } from '../devtools-connection.ts';
import type { DevToolsChannel, DevToolsTarget } from '../devtools-target.ts';

export interface DrawSession {
  readonly channel: DevToolsChannel;
  /** The session of the frame around it; null for the page. */
  readonly parent: DrawSession | null;
}

export interface DrawSessions {
  readonly main: DrawSession;
  readonly all: () => readonly DrawSession[];
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string };
}

/** @param prepare runs in each session before anything of the page runs in it */
export async function openSessions(target: DevToolsTarget, prepare: (session: DrawSession) => Promise<void>): Promise<DrawSessions> {
  const open = new Map<string, DrawSession>();
  const main: DrawSession = { channel: target, parent: null };

  async function begin(session: DrawSession): Promise<void> {
    session.channel.on('Target.attachedToTarget', (params) => {
      // Fails only where the frame has gone meanwhile.
      void attached(session, params).catch(() => undefined);
    });
    session.channel.on('Target.detachedFromTarget', (params) => void open.delete(params['sessionId'] as string));
    await Promise.all([prepare(session), session.channel.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })]);
  }

  async function attached(parent: DrawSession, params: DevToolsObject): Promise<void> {
    const { sessionId, targetInfo } = params as unknown as Attached;
    const channel = target.child(sessionId);
    if (targetInfo.type === 'iframe') {
      const session: DrawSession = { channel, parent };
      open.set(sessionId, session);
      await begin(session).catch(() => undefined);
    }
    // Workers wait as well, and are only let go.
    await channel.send('Runtime.runIfWaitingForDebugger');
  }

  await begin(main);
  return { main, all: () => [main, ...open.values()] };
}
