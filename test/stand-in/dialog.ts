// Electron's `dialog`. A test has put the answers in a queue; where a user sits before the window, a prompt asks.

import { BrowserWindow } from './browser-window.ts';
import { settings } from './settings.ts';
import { strict } from './strict.ts';

export type DialogKind = 'open' | 'save' | 'message' | 'error';

/** What the next dialog of that kind answers: paths chosen, or the index of the button pressed. */
export interface DialogAnswer {
  readonly kind: DialogKind;
  readonly paths?: readonly string[];
  readonly button?: number;
}

export interface SeenDialog {
  readonly kind: DialogKind;
  readonly options: unknown;
}

export const answers: DialogAnswer[] = [];
export const seen: SeenDialog[] = [];

interface FileOptions {
  readonly title?: string;
  readonly message?: string;
  readonly defaultPath?: string;
}

interface MessageOptions {
  readonly message?: string;
  readonly buttons?: readonly string[];
  readonly defaultId?: number;
  readonly cancelId?: number;
}

/** The options, whether or not a window comes first. */
function optionsOf<T extends object>(given: readonly unknown[]): T {
  return (given.at(-1) ?? {}) as T;
}

function nextAnswer(kind: DialogKind, options: unknown): DialogAnswer | null {
  seen.push({ kind, options: JSON.parse(JSON.stringify(options)) as unknown });
  const at = answers.findIndex((answer) => answer.kind === kind);
  return at === -1 ? null : (answers.splice(at, 1)[0] ?? null);
}

async function choosePaths(kind: 'open' | 'save', options: FileOptions): Promise<readonly string[]> {
  const answer = nextAnswer(kind, options);
  if (answer !== null) return answer.paths ?? [];
  if (settings.driven || settings.headless) return [];
  const question = options.message ?? options.title ?? 'Path';
  const typed = await askUser(`prompt(${JSON.stringify(question)}, ${JSON.stringify(options.defaultPath ?? '')})`);
  return typeof typed === 'string' && typed !== '' ? [typed] : [];
}

async function askUser(expression: string): Promise<unknown> {
  return BrowserWindow.getFocusedWindow()?.webContents.executeJavaScript(expression);
}

async function showOpenDialog(...given: readonly unknown[]): Promise<object> {
  const filePaths = await choosePaths('open', optionsOf(given));
  return { canceled: filePaths.length === 0, filePaths };
}

async function showSaveDialog(...given: readonly unknown[]): Promise<object> {
  const [filePath = ''] = await choosePaths('save', optionsOf(given));
  return { canceled: filePath === '', filePath };
}

async function showMessageBox(...given: readonly unknown[]): Promise<object> {
  const options = optionsOf<MessageOptions>(given);
  const answer = nextAnswer('message', options);
  const otherwise = options.cancelId ?? 0;
  if (answer !== null || settings.driven || settings.headless) {
    return { response: answer?.button ?? otherwise, checkboxChecked: false };
  }
  const agreed = await askUser(`confirm(${JSON.stringify(options.message ?? '')})`);
  return { response: agreed === true ? (options.defaultId ?? 0) : otherwise, checkboxChecked: false };
}

function showErrorBox(title: string, content: string): void {
  nextAnswer('error', { title, content });
  console.error(`${title}\n${content}`);
}

export const dialog = strict('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox });
