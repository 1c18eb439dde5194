// What the head of every stored document begins with: its charset, and a policy of its own for when it is opened straight
// from the disk, where no server gives one.

/** `file:` beside 'self', since browsers do not agree on what 'self' is for a file. */
const diskPolicy =
  "default-src 'none'; img-src 'self' file: data:; style-src 'self' file: 'unsafe-inline'; font-src 'self' file: data:; media-src 'self' file:; form-action 'none'; base-uri 'none'";

const generator = { reader: 'Offprint reader', original: 'Offprint original' } as const;

export function documentHead(view: 'reader' | 'original'): string {
  return (
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${diskPolicy}">` +
    `<meta name="generator" content="${generator[view]}">` +
    (view === 'reader' ? '<meta name="viewport" content="width=device-width, initial-scale=1">' : '')
  );
}
