// A name for an exported file that every file system takes, made from an article's title.

/** Bytes in UTF-8: most file systems allow 255 with the ending. */
const longestBytes = 150;
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name without its ending; `untitled` when nothing of the title is left. */
export function exportName(title: string, untitled: string): string {
  const plain = title
    .normalize('NFC')
    // Control and direction characters, and what Windows or a shell takes for something else.
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = cut(plain, longestBytes).replace(/^\.+/, '').replace(/[. ]+$/, '');
  if (name === '') return untitled;
  return deviceName.test(name) ? `${name}_` : name;
}

/** Whole characters only. */
function cut(text: string, mostBytes: number): string {
  let bytes = 0;
  let result = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) return result;
    result += character;
  }
  return result;
}
