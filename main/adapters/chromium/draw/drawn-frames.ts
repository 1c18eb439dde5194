// All frames of a page, as they are drawn: each as HTML of its own, and in the HTML around it the place where it stands.

import type { DrawnFrame } from '../../../engine/model/ports.ts';
import type { DevToolsChannel } from '../devtools-target.ts';
import type { DrawLimits } from './draw-limits.ts';
import type { DrawSession, DrawSessions } from './draw-sessions.ts';
import { evaluateIn, ownWorld } from './own-world.ts';
import { callOf } from './page/page-dom.ts';
import { serialisePage, type SerialisedPage } from './page/serialise-page.ts';

interface FrameTree {
  readonly frame: { readonly id: string; readonly parentId?: string };
  readonly childFrames?: readonly FrameTree[];
}

interface KnownFrame {
  readonly id: string;
  readonly session: DrawSession;
  /** Where the frame's own element stands; null for the page itself. */
  readonly around: { readonly channel: DevToolsChannel; readonly frameId: string } | null;
}

export interface DrawnFrames {
  readonly page: SerialisedPage;
  readonly frames: readonly DrawnFrame[];
}

/** Rejects where the page itself cannot be taken; a frame that cannot is left out. */
export async function drawnFrames(sessions: DrawSessions, limits: DrawLimits): Promise<DrawnFrames> {
  const known = (await Promise.all(sessions.all().map((session) => framesOf(session).catch(() => [])))).flat();
  const [main, ...inner] = known.slice(0, limits.frames + 1);
  if (main === undefined) throw new Error('a page has a frame');
  // Before anything is taken, each element is told which frame it holds.
  await Promise.all(inner.map((frame) => markOwner(frame).catch(() => undefined)));
  const page = await serialise(main, limits);
  const frames = await Promise.all(
    inner.map(async (frame): Promise<DrawnFrame | null> => {
      const taken = await serialise(frame, limits).catch(() => null);
      return taken === null ? null : { id: frame.id, ...taken };
    }),
  );
  return { page, frames: frames.filter((frame) => frame !== null) };
}

async function framesOf(session: DrawSession): Promise<KnownFrame[]> {
  const { frameTree } = await session.channel.send<{ frameTree: FrameTree }>('Page.getFrameTree');
  const found: KnownFrame[] = [];
  const trees: FrameTree[] = [frameTree];
  for (let tree = trees.shift(); tree !== undefined; tree = trees.shift()) {
    const { id, parentId } = tree.frame;
    const outer = tree === frameTree ? session.parent : session;
    found.push({ id, session, around: outer === null || parentId === undefined ? null : { channel: outer.channel, frameId: parentId } });
    trees.push(...(tree.childFrames ?? []));
  }
  return found;
}

const takeFrame = `function (id) {
  globalThis.offprintFrames ??= new WeakMap();
  globalThis.offprintFrames.set(this, id);
}`;

async function markOwner({ id, around }: KnownFrame): Promise<void> {
  if (around === null) return;
  const { channel, frameId } = around;
  const [executionContextId, { backendNodeId }] = await Promise.all([
    ownWorld(channel, frameId),
    channel.send<{ backendNodeId: number }>('DOM.getFrameOwner', { frameId: id }),
  ]);
  const { object } = await channel.send<{ object: { objectId: string } }>('DOM.resolveNode', { backendNodeId, executionContextId });
  await channel.send('Runtime.callFunctionOn', { functionDeclaration: takeFrame, objectId: object.objectId, arguments: [{ value: id }] });
}

async function serialise({ id, session }: KnownFrame, limits: DrawLimits): Promise<SerialisedPage> {
  const { channel } = session;
  return evaluateIn<SerialisedPage>(channel, await ownWorld(channel, id), callOf(serialisePage, limits.htmlLength));
}
