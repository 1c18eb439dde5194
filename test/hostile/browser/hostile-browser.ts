// A Chromium with everything that a stored page might use to get out: scripts on, the network open (unless a test closes it).
// It opens a page of frames, moves the mouse over each, provokes them, and prints the whole.

import type { DevToolsSession } from '../../../main/adapters/chromium/devtools-connection.ts';
import { headlessArguments, startChromium } from '../../../main/adapters/chromium/devtools-pipe.ts';
import { findChromium } from '../../../main/adapters/chromium/find-chromium.ts';
import type { Look } from '../page/frames.ts';

export interface Visit {
  readonly looks: readonly Look[];
  /** The numbers of the payloads that ran. */
  readonly ran: readonly number[];
}

export interface HostileBrowser extends AsyncDisposable {
  visit(url: string, doing: { readonly mayLeave: boolean; readonly print: boolean }): Promise<Visit>;
}

const width = 1260;
const frame = { width: 120, height: 70, across: 10 };
/** Frames that load for ever do not hold up the rest. */
const loadMs = 8_000;

export async function openHostileBrowser(more: readonly string[] = []): Promise<HostileBrowser> {
  const found = await findChromium();
  if (found === null) throw new Error('this test needs a Chromium');
  const browser = await startChromium(found, [...headlessArguments, '--disable-popup-blocking', ...more]);
  const root = browser.connection.browser;

  async function visit(url: string, { mayLeave, print }: { mayLeave: boolean; print: boolean }): Promise<Visit> {
    const count = url.split(',').length;
    const height = Math.ceil(count / frame.across) * (frame.height + 6) + 40;
    const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const page = browser.connection.session(sessionId);
    page.on('Page.javascriptDialogOpening', () => void page.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => undefined));
    await page.send('Page.enable');
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await load(page, url);
    await hover(page, count);
    const looks = await evaluate<Look[]>(page, `look(${mayLeave})`);
    if (print) await page.send('Page.printToPDF', { printBackground: true }, 60_000);
    const ran = await evaluate<string>(page, 'ran');
    await root.send('Target.closeTarget', { targetId });
    return { looks, ran: [...new Set(ran.split(',').filter((text) => text !== '').map(Number))] };
  }

  return { visit, [Symbol.asyncDispose]: () => browser.close() };
}

async function load(page: DevToolsSession, url: string): Promise<void> {
  const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
  await page.send('Page.navigate', { url });
  await Promise.race([loaded, new Promise((late) => setTimeout(late, loadMs))]);
}

/** The mouse goes over the beginning of each frame, where its payload is. */
async function hover(page: DevToolsSession, count: number): Promise<void> {
  const move = (x: number, y: number): Promise<object> => page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  const moves = Array.from({ length: count }, (_, index) => {
    const [left, top] = [8 + (index % frame.across) * (frame.width + 4), 8 + Math.floor(index / frame.across) * (frame.height + 4)];
    return move(left + 20, top + 18);
  });
  await Promise.all(moves);
}

async function evaluate<T>(page: DevToolsSession, expression: string): Promise<T> {
  const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
  type Answer = { readonly result: { readonly value: T }; readonly exceptionDetails?: { readonly exception?: { readonly description?: string } } };
  const answer = await page.send<Answer>('Runtime.evaluate', options, 60_000);
  if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.exception?.description ?? 'the page failed');
  return answer.result.value;
}
