// Keys as they are written on the keyboard of each system.

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃', Enter: '↩', Escape: 'esc', Delete: '⌫' };
const names: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' };
const everywhere: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The caps of `Shift+Mod+F` in the order that each system writes them: `⇧ ⌘ F`, `Ctrl Shift F`. */
export function keyCaps(keys: string, platform: string): readonly string[] {
  const own = platform === 'darwin' ? macNames : names;
  const held = keys.split('+');
  const order = platform === 'darwin' ? held : held.toSorted((one, other) => Number(other === 'Mod') - Number(one === 'Mod'));
  return order.map((key) => own[key] ?? everywhere[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
