// Keys by name (`Control+Shift+F`, `Enter`, `a`) as DevTools takes them.

const modifierBits: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

interface NamedKey {
  readonly code: string;
  readonly number: number;
  readonly text?: string;
}

const named: Readonly<Record<string, NamedKey>> = {
  Enter: { code: 'Enter', number: 13, text: '\r' },
  Tab: { code: 'Tab', number: 9 },
  Escape: { code: 'Escape', number: 27 },
  Backspace: { code: 'Backspace', number: 8 },
  Delete: { code: 'Delete', number: 46 },
  ' ': { code: 'Space', number: 32, text: ' ' },
  ArrowUp: { code: 'ArrowUp', number: 38 },
  ArrowDown: { code: 'ArrowDown', number: 40 },
  ArrowLeft: { code: 'ArrowLeft', number: 37 },
  ArrowRight: { code: 'ArrowRight', number: 39 },
  Home: { code: 'Home', number: 36 },
  End: { code: 'End', number: 35 },
  PageUp: { code: 'PageUp', number: 33 },
  PageDown: { code: 'PageDown', number: 34 },
  ',': { code: 'Comma', number: 188, text: ',' },
  '?': { code: 'Slash', number: 191, text: '?' },
  '[': { code: 'BracketLeft', number: 219, text: '[' },
  ']': { code: 'BracketRight', number: 221, text: ']' },
  '/': { code: 'Slash', number: 191, text: '/' },
  '=': { code: 'Equal', number: 187, text: '=' },
};

/** The modifier that the platform's shortcuts are made with. */
export const commandKey = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The parameters of `Input.dispatchKeyEvent` for going down. `CommandOrControl` is the platform's. */
export function keyEvent(keys: string): Readonly<Record<string, unknown>> {
  const parts = keys.split('+').map((part) => (part === 'CommandOrControl' ? commandKey : part));
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).reduce((bits, part) => bits + (modifierBits[part] ?? unknown(part)), 0);
  const { code, number, text } = named[key] ?? letter(key);
  // With Control or Alt held a key writes nothing.
  const writes = text !== undefined && (modifiers & 7) === 0;
  const written = writes ? { text: modifiers === 8 ? text.toUpperCase() : text } : {};
  return { key, code, modifiers, windowsVirtualKeyCode: number, nativeVirtualKeyCode: number, ...written };
}

function letter(key: string): NamedKey {
  if (/^F\d\d?$/.test(key)) return { code: key, number: 111 + Number(key.slice(1)) };
  if (key.length !== 1) return unknown(key);
  const upper = key.toUpperCase();
  const code = /\d/.test(key) ? `Digit${key}` : `Key${upper}`;
  return { code, number: upper.charCodeAt(0), text: key };
}

function unknown(name: string): never {
  throw new Error(`no key is named ${name}`);
}
