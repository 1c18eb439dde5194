// Text laid out in columns: an ideograph takes two, and nothing from a page may steer the terminal.

const wide = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/** One line, without control characters. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The same for text of several lines: line breaks and tabs stay. */
export function printableText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += charColumns(char);
  return columns;
}

function charColumns(char: string): number {
  if (noWidth.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}

/** Filled with blanks up to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Cut to so many columns, with an ellipsis where something is cut off. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const char of text) {
    used += charColumns(char);
    if (used > columns) break;
    kept += char;
  }
  return `${kept}…`;
}

/** `12.3 MB`, in powers of 1,000. */
export function readableSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < units.length - 1; unit += 1) size /= 1000;
  return `${unit === 0 ? String(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
}
