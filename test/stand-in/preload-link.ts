// The way between the main process and the preload's world of one page: messages, invocations, keys.

import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import { withPaths } from './file-paths.ts';
import type { Frames } from './frames.ts';
import { preloadBinding, preloadWorld } from './page-scripts.ts';
import { toApp } from './scheme-addresses.ts';
import { decode, encode } from './wire.ts';

/** What the preload's world tells (page-worlds.ts). */
export type Told =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
  | ({ readonly kind: 'key' } & PressedKey)
  | ({ readonly kind: 'context-menu' } & ContextMenuParams);

export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface ContextMenuParams {
  readonly x: number;
  readonly y: number;
  readonly isEditable: boolean;
  readonly linkURL: string;
  readonly selectionText: string;
}

export interface PreloadListener {
  invoked(channel: string, frameId: string, values: readonly unknown[]): Promise<unknown>;
  sent(channel: string, frameId: string, values: readonly unknown[]): void;
  pressed(key: PressedKey): void;
  contextMenu(about: ContextMenuParams): void;
}

export class PreloadLink {
  private readonly devtools: DevToolsSession;
  private readonly frames: Frames;
  private readonly listener: PreloadListener;
  /** The preload's world of each document that has one: execution context to frame. */
  private readonly contexts = new Map<number, string>();
  private order: Promise<unknown> = Promise.resolve();

  constructor(devtools: DevToolsSession, frames: Frames, listener: PreloadListener) {
    this.devtools = devtools;
    this.frames = frames;
    this.listener = listener;
  }

  async follow(): Promise<void> {
    const { devtools, contexts } = this;
    devtools.on('Runtime.executionContextCreated', (params) => {
      const { id, name, auxData } = params['context'] as { id: number; name: string; auxData: { frameId: string } };
      if (name === preloadWorld) contexts.set(id, auxData.frameId);
    });
    devtools.on('Runtime.executionContextDestroyed', (params) => void contexts.delete(params['executionContextId'] as number));
    devtools.on('Runtime.executionContextsCleared', () => contexts.clear());
    devtools.on('Runtime.bindingCalled', (params) => {
      const { payload, executionContextId } = params as { payload: string; executionContextId: number };
      // One after the other, as they were sent: looking up a path takes its time.
      const hear = (): Promise<void> => this.hear(JSON.parse(toApp(payload)) as Told, executionContextId);
      this.order = this.order.then(hear).catch((error: unknown) => console.error('stand-in: a message failed', error));
    });
    await devtools.send('Runtime.enable');
    await devtools.send('Runtime.addBinding', { name: preloadBinding, executionContextName: preloadWorld });
  }

  /** Sends to the main frame's preload; nothing where no document has one yet. */
  send(channel: string, values: readonly unknown[]): void {
    const wire = JSON.stringify(encode(values));
    for (const [contextId, frameId] of this.contexts) {
      if (frameId === this.frames.mainId) this.run(contextId, `standIn.receive(${JSON.stringify(channel)}, ${wire})`);
    }
  }

  private async hear(told: Told, contextId: number): Promise<void> {
    if (told.kind === 'key') return this.listener.pressed(told);
    if (told.kind === 'context-menu') return this.listener.contextMenu(told);
    const frameId = this.contexts.get(contextId);
    if (frameId === undefined) return;
    const values = (await withPaths(this.devtools, contextId, decode(told.args))) as readonly unknown[];
    if (told.kind === 'send') return this.listener.sent(told.channel, frameId, values);
    // Not awaited: an invocation may take its time, and others must not wait for it.
    void this.listener.invoked(told.channel, frameId, values).then(
      (value) => this.settle(contextId, told.id, false, value),
      (error: unknown) => this.settle(contextId, told.id, true, error),
    );
  }

  private settle(contextId: number, id: number, failed: boolean, value: unknown): void {
    try {
      this.run(contextId, `standIn.settle(${id}, ${failed}, ${JSON.stringify(encode(value))})`);
    } catch (error) {
      this.run(contextId, `standIn.settle(${id}, true, ${JSON.stringify(encode(error))})`);
    }
  }

  private run(contextId: number, expression: string): void {
    // Fails only where the document went meanwhile, and nobody waits there any more.
    this.devtools.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }
}
