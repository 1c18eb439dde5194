// How the app ends: quit asks, closes the windows, and ends Chromium and this process. `app` listens.

import { EventEmitter } from 'node:events';
import { openWindows } from './browser-window.ts';
import { closeChromium } from './chromium.ts';
import { makeEvent } from './events.ts';

class Lifecycle {
  readonly events = new EventEmitter();
  quitting = false;

  /** Emits `before-quit`, closes every window, emits `will-quit` and `quit`; each of the first can be prevented. */
  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    if (!this.ask('before-quit')) return;
    for (const window of openWindows) {
      window.close();
      if (!window.isDestroyed()) {
        this.quitting = false;
        return;
      }
    }
    if (this.ask('will-quit')) this.exit(0);
  }

  exit(code: number): void {
    this.quitting = true;
    this.events.emit('quit', {}, code);
    void closeChromium().finally(() => process.exit(code));
  }

  private ask(name: string): boolean {
    const event = makeEvent({});
    this.events.emit(name, event);
    if (event.defaultPrevented) this.quitting = false;
    return !event.defaultPrevented;
  }
}

export const lifecycle = new Lifecycle();
