// Words with one minus before them that are no options: `tag ID -old`, `search trade -war`.

const commandsWithMinus: ReadonlySet<string> = new Set(['tag', 'list', 'search']);

/** Puts a blank before such words, so that commander does not take them for options; the commands trim it off. */
export function shieldMinusWords(words: readonly string[]): readonly string[] {
  const command = words.find((word, index) => !word.startsWith('-') && words[index - 1] !== '--library');
  if (command === undefined || !commandsWithMinus.has(command)) return words;
  return words.map((word) => (/^-[^-]/.test(word) && word !== '-h' && word !== '-V' ? ` ${word}` : word));
}
