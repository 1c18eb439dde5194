// Where the Wayback Machine has a picture, for those who switched it on. Nothing is asked of it otherwise.

/** What is asked of the archive: its address, and the day that the page is of. */
export interface Wayback {
  /** `https://web.archive.org`, without a slash at its end. */
  readonly base: string;
  /** ISO 8601, or null for the newest. */
  readonly date: string | null;
}

/** The bytes as they were archived (`id_`) nearest to the date: the archive leads on from there by itself. */
export function waybackAddress(url: string, { base, date }: Wayback): string {
  const stamp = (date ?? '').replace(/\D/g, '').slice(0, 14);
  return `${base}/web/${stamp === '' ? '2' : stamp.padEnd(14, '0')}id_/${url}`;
}
