// Whether a command is meant by what was typed: each word of it begins a word of the command, or stands in it where words
// are not divided. Pure.

/** Lower case, without accents. */
export function indexed(label: string): string {
  return label.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
}

export function matches(label: string, typed: string): boolean {
  const parts = label.split(/[^\p{L}\p{N}]+/u);
  const words = indexed(typed).split(/\s+/).filter((word) => word !== '');
  return words.every((word) => (/^[\p{scx=Han}]+$/u.test(word) ? label.includes(word) : parts.some((part) => part.startsWith(word))));
}
