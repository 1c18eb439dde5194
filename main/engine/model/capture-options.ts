// What a user lets captures take along, as the engine counts it.

import { defaultSettings, type CaptureSettings } from '../../../preload/contract/settings.ts';

export interface CaptureOptions {
  /** The largest recording that is kept, in bytes. */
  readonly mediaBytes: number;
  /** Where an archive is asked for pictures that cannot be had otherwise, without a slash at its end; null does not ask. */
  readonly wayback: string | null;
}

const archive = 'https://web.archive.org';

/**
 * @param env OFFPRINT_WAYBACK: another archive of the same kind, by its address; `on` and an address switch it on by themselves,
 * `off` switches it off. OFFPRINT_MEDIA_MB: megabytes.
 */
export function captureOptions(settings: CaptureSettings, env: Readonly<Record<string, string | undefined>>): CaptureOptions {
  const said = env['OFFPRINT_WAYBACK'] ?? '';
  const mb = Number(env['OFFPRINT_MEDIA_MB'] || settings.mediaMb);
  const base = /^https?:\/\//i.test(said) && URL.canParse(said) ? said.replace(/\/+$/, '') : archive;
  const isOn = said === '' ? settings.wayback : said !== 'off';
  return { mediaBytes: (Number.isFinite(mb) && mb >= 0 ? mb : settings.mediaMb) * 1_000_000, wayback: isOn ? base : null };
}

/** For an engine that nothing else was said to. */
export const usualCapturing = (): CaptureOptions => captureOptions(defaultSettings, {});
