// When the app ends: not before what it was about to write is written.

import { app } from 'electron';

/**
 * Quits with the last window, except on macOS, where an app stays until it is told to quit.
 * @param finish what is waited for; it must be bounded in time
 */
export function endInOrder(finish: () => Promise<unknown>): void {
  let finished = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void finish().finally(() => {
      finished = true;
      app.quit();
    });
  });
}
