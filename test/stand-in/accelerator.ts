// Electron's accelerators (`CommandOrControl+Shift+F`) against keys that were pressed.

import type { PressedKey } from './preload-link.ts';

const names: Readonly<Record<string, string>> = {
  return: 'enter',
  esc: 'escape',
  space: ' ',
  plus: '+',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

export function matchesAccelerator(accelerator: string, pressed: PressedKey): boolean {
  const parts = accelerator.toLowerCase().replace(/\+\+$/, '+plus').split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = new Set(parts.slice(0, -1).map(modifierOf));
  const held: readonly [string, boolean][] = [
    ['control', pressed.ctrlKey],
    ['meta', pressed.metaKey],
    ['alt', pressed.altKey],
    ['shift', pressed.shiftKey],
  ];
  const sameModifiers = held.every(([name, isHeld]) => isHeld === modifiers.has(name));
  return sameModifiers && (names[key] ?? key) === pressed.key.toLowerCase();
}

function modifierOf(name: string): string {
  const mac = process.platform === 'darwin';
  if (/^(?:commandorcontrol|cmdorctrl)$/.test(name)) return mac ? 'meta' : 'control';
  if (/^(?:command|cmd|super|meta)$/.test(name)) return 'meta';
  if (/^(?:control|ctrl)$/.test(name)) return 'control';
  return /^(?:alt|option|altgr)$/.test(name) ? 'alt' : name;
}
