// What a user does in a window's page: over DevTools, with trusted events. The same for both drivers.

import { writeFile } from 'node:fs/promises';
import { keyEvent } from './keyboard.ts';
import { findElement, type Found } from './page-finding.ts';
import { usualWaitMs, waitUntil } from './wait.ts';

export interface PageLink {
  send(method: string, params: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** The page's own policy holds for what a test runs in it. */
const evaluateOptions = { awaitPromise: true, returnByValue: true, userGesture: true, allowUnsafeEvalBlockedByCSP: false };

/**
 * Selectors are CSS; `text=…` is the innermost shown element with exactly this text, `name=…` the control with this
 * text or label; `FRAME >>> SELECTOR` looks inside a frame of the same origin.
 */
export class PageDriver {
  private readonly link: PageLink;

  constructor(link: PageLink) {
    this.link = link;
  }

  /** Runs a function of the page's own world, given as source or as a function that uses nothing outside itself. */
  async evaluate<T, V extends unknown[]>(code: string | ((...values: V) => T), ...values: V): Promise<Awaited<T>> {
    const expression = typeof code === 'string' ? code : `(${String(code)})(...${JSON.stringify(values)})`;
    const options = { expression, ...evaluateOptions };
    const { result, exceptionDetails } = (await this.link.send('Runtime.evaluate', options)) as unknown as Evaluated;
    if (exceptionDetails === undefined) return result.value as Awaited<T>;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** Waits until an element is shown, or a function of the page answers something true. */
  async waitFor(what: string | (() => unknown), ms = usualWaitMs): Promise<void> {
    const ask = async (): Promise<true | null> => {
      // A document that is just being left answers with an error.
      const is = typeof what === 'string' ? await this.find(what) : await this.evaluate(what).catch(() => null);
      return is === null || is === false || is === undefined || is === 0 || is === '' ? null : true;
    };
    await waitUntil(typeof what === 'string' ? what : String(what), ask, ms);
  }

  /** Waits until an element is not there, or not shown. */
  async waitForNo(selector: string, ms = usualWaitMs): Promise<void> {
    await waitUntil(`no ${selector}`, async () => ((await this.find(selector)) === null ? true : null), ms);
  }

  async text(selector: string): Promise<string> {
    return (await this.get(selector)).text;
  }

  /** How many elements match and are shown. */
  async count(selector: string): Promise<number> {
    return (await this.find(selector))?.count ?? 0;
  }

  async click(target: string | Point, options: { readonly button?: 'left' | 'right'; readonly times?: number; readonly keys?: string } = {}): Promise<void> {
    const { x, y } = typeof target === 'string' ? await this.get(target) : target;
    const { button = 'left', times = 1, keys } = options;
    const modifiers = keys === undefined ? 0 : keyEvent(`${keys}+a`)['modifiers'];
    await this.mouse('mouseMoved', { x, y });
    for (let clickCount = 1; clickCount <= times; clickCount += 1) {
      await this.mouse('mousePressed', { x, y }, { button, clickCount, modifiers });
      await this.mouse('mouseReleased', { x, y }, { button, clickCount, modifiers });
    }
  }

  async hover(target: string | Point): Promise<void> {
    await this.mouse('mouseMoved', typeof target === 'string' ? await this.get(target) : target);
  }

  /** Holds the left button from one point to another: marks text, moves a divider. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.mouse('mouseMoved', from);
    await this.mouse('mousePressed', from, { button: 'left', clickCount: 1 });
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    for (const point of [middle, to]) await this.mouse('mouseMoved', point, { button: 'left', buttons: 1 });
    await this.mouse('mouseReleased', to, { button: 'left', clickCount: 1 });
  }

  async scroll(at: string | Point, deltaY: number): Promise<void> {
    const point = typeof at === 'string' ? await this.get(at) : at;
    await this.mouse('mouseWheel', point, { deltaX: 0, deltaY });
  }

  /** Writes into whatever has the focus; with a selector, clicks it first. */
  async type(text: string, into?: string): Promise<void> {
    if (into !== undefined) await this.click(into);
    await this.link.send('Input.insertText', { text });
  }

  /** Presses a key: `Enter`, `Control+Shift+F`, `CommandOrControl+N`. */
  async press(keys: string): Promise<void> {
    const event = keyEvent(keys);
    await this.link.send('Input.dispatchKeyEvent', { type: 'text' in event ? 'keyDown' : 'rawKeyDown', ...event });
    const { text: _, ...up } = event as { text?: string };
    await this.link.send('Input.dispatchKeyEvent', { type: 'keyUp', ...up });
  }

  /** Drops files from the system's file manager; they have paths. */
  async dropFiles(paths: readonly string[], target: string | Point): Promise<void> {
    await this.drop({ items: [], files: paths }, target);
  }

  /** Drops what another program drags: one text for each type (`text/uri-list`, `text/plain`, `text/html`). */
  async dropText(texts: Readonly<Record<string, string>>, target: string | Point): Promise<void> {
    const items = Object.entries(texts).map(([mimeType, data]) => ({ mimeType, data }));
    await this.drop({ items, files: [] }, target);
  }

  /** Holds a drag over the target without letting go; `dropText` or `dropFiles` may follow. */
  async dragOver(texts: Readonly<Record<string, string>>, target: string | Point): Promise<void> {
    const items = Object.entries(texts).map(([mimeType, data]) => ({ mimeType, data }));
    await this.dragEvents(['dragEnter', 'dragOver'], { items, files: [] }, target);
  }

  /** Pastes plain text where the focus is: as an event, and into a field that lets it through. */
  async paste(text: string): Promise<void> {
    const goesIn = await this.evaluate((pasted: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const focused = document.activeElement ?? document.body;
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
      const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
      return focused.dispatchEvent(event) && isField;
    }, text);
    if (goesIn) await this.type(text);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.link.resize(width, height);
  }

  /** Takes away the policies of the page and its frames that are loaded from now on: for tests of what stands behind them. */
  async bypassPolicy(): Promise<void> {
    await this.link.send('Page.enable', {});
    await this.link.send('Page.setBypassCSP', { enabled: true });
  }

  /** Saves a PNG of the page as it is seen. */
  async screenshot(path: string): Promise<void> {
    const { data } = await this.link.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(path, Buffer.from(data as string, 'base64'));
  }

  /** Closes the window as its close button does. */
  async close(): Promise<void> {
    await this.link.close();
  }

  private find(selector: string): Promise<Found | null> {
    return this.evaluate(findElement, selector);
  }

  private async get(selector: string): Promise<Found> {
    return waitUntil(selector, () => this.find(selector));
  }

  private async mouse(type: string, { x, y }: Point, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.link.send('Input.dispatchMouseEvent', { type, x, y, ...more });
  }

  private async drop(data: DragData, target: string | Point): Promise<void> {
    await this.dragEvents(['dragEnter', 'dragOver', 'drop'], data, target);
  }

  private async dragEvents(types: readonly string[], data: DragData, target: string | Point): Promise<void> {
    const { x, y } = typeof target === 'string' ? await this.get(target) : target;
    const both = { ...data, dragOperationsMask: 1 };
    for (const type of types) await this.link.send('Input.dispatchDragEvent', { type, x, y, data: both });
  }
}

interface DragData {
  readonly items: readonly { readonly mimeType: string; readonly data: string }[];
  readonly files: readonly string[];
}
