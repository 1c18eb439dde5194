// A file name for an article that every system can keep: Windows' forbidden characters and names, and 255 bytes.

/** Leaves room for an ending, `_files` and a number. */
const longest = 180;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The title as a file name without ending; `article` where nothing of it can stay. */
export function publishedName(title: string): string {
  const safe = cutToBytes(title.replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu, ' ').replace(/\s+/g, ' ').trim(), longest);
  const name = safe.replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return 'article';
  return reserved.test(name) ? `${name}_` : name;
}

function cutToBytes(text: string, bytes: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) return kept.trimEnd();
    kept += character;
  }
  return kept;
}
