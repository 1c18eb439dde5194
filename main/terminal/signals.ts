// Ctrl-C: the first stops the work, so that nothing is left half-done; the second ends at once.

import type { Locale } from '../../preload/contract/messages/locale.ts';
import { terminal } from '../../preload/contract/messages/terminal.ts';

/** 128 and the number of SIGINT, as shells expect it of what was interrupted. */
const interrupted = 130;

/** A signal that is aborted when the process is asked to end. */
export function endOnSignals(locale: Locale): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(interrupted);
    process.stderr.write(`\n${terminal[locale].cancelling}\n`);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
