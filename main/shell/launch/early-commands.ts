// Keeps what the system hands to the app until there is a window to give it to.

import type { WindowCommand } from '../../../preload/contract/events.ts';
import type { Incoming } from './incoming.ts';

export interface EarlyCommands extends Incoming {
  /** Gives what has come to the window, and what comes from now on. */
  readonly deliverTo: (window: Receiver) => void;
}

export interface Receiver {
  readonly open: () => void;
  readonly command: (command: WindowCommand) => void;
}

export function createEarlyCommands(): EarlyCommands {
  const early: WindowCommand[] = [];
  let receiver: Receiver | null = null;
  return {
    command(command) {
      if (receiver === null) early.push(command);
      else receiver.command(command);
    },
    focus: () => receiver?.open(),
    deliverTo(window) {
      receiver = window;
      for (const command of early.splice(0)) window.command(command);
    },
  };
}
