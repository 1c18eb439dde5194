// The frames of a page as Electron shows them (`WebFrameMain`), followed by Chromium's events.

import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import { appSchemeOf, toApp } from './scheme-addresses.ts';
import { strict } from './strict.ts';

export interface Frame {
  readonly frameId: string;
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
  readonly top: Frame;
  readonly frames: readonly Frame[];
  readonly processId: number;
  readonly routingId: number;
  readonly name: string;
  isDestroyed(): boolean;
}

interface FrameState {
  readonly parentId: string | null;
  url: string;
}

export class Frames {
  private readonly states = new Map<string, FrameState>();
  private readonly made = new Map<string, Frame>();
  mainId = '';

  /** Follows the frames of this DevTools session, whose `Page` domain is enabled. */
  async follow(devtools: DevToolsSession): Promise<void> {
    devtools.on('Page.frameAttached', (params) => {
      const { frameId, parentFrameId } = params as { frameId: string; parentFrameId: string };
      this.states.set(frameId, { parentId: parentFrameId, url: '' });
    });
    devtools.on('Page.frameNavigated', (params) => {
      const { id, parentId, url } = params['frame'] as { id: string; parentId?: string; url: string };
      this.states.set(id, { parentId: parentId ?? null, url: toApp(url) });
    });
    devtools.on('Page.navigatedWithinDocument', (params) => {
      const state = this.states.get(params['frameId'] as string);
      if (state !== undefined) state.url = toApp(params['url'] as string);
    });
    devtools.on('Page.frameDetached', (params) => void this.states.delete(params['frameId'] as string));
    const { frameTree } = await devtools.send<{ frameTree: { frame: { id: string; url: string } } }>('Page.getFrameTree');
    this.mainId = frameTree.frame.id;
    this.states.set(this.mainId, { parentId: null, url: toApp(frameTree.frame.url) });
  }

  get(frameId: string): Frame {
    const known = this.made.get(frameId);
    if (known !== undefined) return known;
    const { states } = this;
    const parentOf = (): Frame | null => {
      const parentId = states.get(frameId)?.parentId ?? null;
      return parentId === null ? null : this.get(parentId);
    };
    const childrenOf = (): Frame[] =>
      [...states].filter(([, state]) => state.parentId === frameId).map(([id]) => this.get(id));
    const frame: Frame = strict('frame', {
      frameId,
      get url() {
        return states.get(frameId)?.url ?? '';
      },
      get origin() {
        return originOf(states.get(frameId)?.url ?? '');
      },
      get parent() {
        return parentOf();
      },
      get top(): Frame {
        return parentOf()?.top ?? frame;
      },
      get frames() {
        return childrenOf();
      },
      processId: 1,
      routingId: this.made.size + 1,
      name: '',
      isDestroyed: () => !states.has(frameId),
    });
    this.made.set(frameId, frame);
    return frame;
  }
}

/** As Electron gives it: for a scheme of the app too, where Node's URL says `null`. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return 'null';
  const url = new URL(address);
  return appSchemeOf(address) === null ? url.origin : `${url.protocol}//${url.host}`;
}
