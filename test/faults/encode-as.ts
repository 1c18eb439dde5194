// Text to the bytes of a charset. Node decodes them all but encodes UTF-8 alone: the tables are the decoder's, turned round.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Throws for a character that the charset does not have in one or two bytes. */
export function encodeAs(charset: string, text: string): Uint8Array {
  if (charset === 'utf-8') return Buffer.from(text);
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return Uint8Array.from([...text].flatMap((character) => {
    const bytes = table.get(character);
    if (bytes === undefined) throw new Error(`${charset} has no ${character}`);
    return [...bytes];
  }));
}

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  const note = (...bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) note(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note(lead, trail);
  return table;
}
