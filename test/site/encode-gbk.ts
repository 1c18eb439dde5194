// Text to GBK bytes. Node decodes GBK but does not encode it, so the table is the decoder's, turned round.

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** What GBK does not hold is written as a numeric character reference, as browsers do in forms. */
export function encodeGbk(text: string): Uint8Array {
  table ??= readTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes.push(...(code < 0x80 ? [code] : (table.get(character) ?? Buffer.from(`&#${code};`, 'ascii'))));
  }
  return Uint8Array.from(bytes);
}

function readTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.from([lead, trail]));
      const isOne = [...character].length === 1 && character !== '\ufffd';
      if (isOne && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  }
  return pairs;
}
