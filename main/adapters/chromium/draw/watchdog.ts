// Keeps a page from never ending: dialogs are answered, scripts that spin are stopped, leading elsewhere again and again is
// ended, and so is a page that takes too much memory. What it did is noted.

import type { DevToolsTarget } from '../devtools-target.ts';
import type { DrawLimits } from './draw-limits.ts';
import type { DrawSessions } from './draw-sessions.ts';
import { within } from './own-world.ts';

export type Ending = 'memory' | 'navigations' | 'crash' | 'unresponsive';

export interface Watchdog {
  /** Settles, with the reason, when the page must be given up; never otherwise. */
  readonly ending: Promise<Ending>;
  readonly notes: () => readonly string[];
  /** Looks at once whether the page takes too much memory. */
  weigh(): Promise<void>;
  /** Stops asking whether the page still answers; nothing of the page must spin after this. */
  stop(): void;
}

/** Milliseconds between two looks at a page. */
const lookEvery = 700;

export function watchOver(target: DevToolsTarget, sessions: () => DrawSessions | null, limits: DrawLimits): Watchdog {
  const notes = new Set<string>();
  let [dialogs, navigations, spins] = [0, 0, 0];
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  let end: (why: Ending) => void = () => undefined;
  const ending = new Promise<Ending>((resolve) => (end = resolve));

  async function switchScriptsOff(): Promise<void> {
    const all = sessions()?.all() ?? [{ channel: target }];
    await Promise.all(all.map(({ channel }) => channel.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => undefined)));
  }

  async function stopScript(): Promise<void> {
    spins += 1;
    notes.add('a script that did not end was stopped');
    if (spins > limits.stoppedScripts) await switchScriptsOff();
    if (spins > limits.stoppedScripts + 3) end('unresponsive');
    await target.send('Runtime.terminateExecution').catch(() => undefined);
  }

  async function weigh(): Promise<void> {
    const memory = await target.memory().catch(() => null);
    if (memory !== null && memory > limits.memoryBytes) end('memory');
  }

  async function listen(): Promise<void> {
    const asked = target.send('Runtime.evaluate', { expression: '0' });
    const answers = await within(limits.spinningMs, asked, 'Runtime.evaluate').then(
      () => true,
      (error: unknown) => !(error instanceof Error && error.message.includes('not done in')),
    );
    if (!answers && !stopped) await stopScript();
  }

  function repeat(look: () => Promise<void>): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void look()
        .catch(() => undefined)
        .then(() => repeat(look));
    }, lookEvery);
    timers.add(timer);
  }

  target.on('Page.javascriptDialogOpening', (params) => {
    dialogs += 1;
    // Whether a page may be left is not for the page to say.
    const accept = params['type'] === 'beforeunload';
    void target.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
    if (dialogs !== limits.dialogs) return;
    notes.add('its dialogs did not end');
    void switchScriptsOff().then(() => target.send('Runtime.terminateExecution')).catch(() => undefined);
  });
  target.on('Page.frameNavigated', (params) => {
    const { parentId } = params['frame'] as { parentId?: string };
    if (parentId !== undefined) return;
    navigations += 1;
    if (navigations > limits.navigations) end('navigations');
  });
  target.on('Inspector.targetCrashed', () => end('crash'));
  repeat(weigh);
  repeat(listen);
  return {
    ending,
    weigh,
    notes: () => [...notes],
    stop() {
      stopped = true;
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
}
