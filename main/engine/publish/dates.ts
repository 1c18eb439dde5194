// Dates as they stand on paper, with no more precision than is known.

import type { Locale } from '../../../preload/contract/messages/locale.ts';

/** An ISO 8601 date (`2026`, `2026-11`, `2026-11-24`) or moment in words, in UTC; what is no date stays as it is. */
export function dateInWords(iso: string, locale: Locale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...precisionOf(iso), timeZone: 'UTC' });
  return format.format(date);
}

/** A moment in words, to the minute, with its zone. */
export function momentInWords(iso: string, locale: Locale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${dateInWords(iso, locale)} ${date.toISOString().slice(11, 16)} UTC`;
}

/** `Wed, 08 Dec 2021 09:29:42 GMT` for a moment; a date without a time stays ISO, so that no time is made up. */
export function dateForFrontMatter(iso: string): string {
  if (!iso.includes('T')) return iso;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toUTCString();
}

function precisionOf(iso: string): Intl.DateTimeFormatOptions {
  if (/^\d{4}$/.test(iso)) return { year: 'numeric' };
  if (/^\d{4}-\d{2}$/.test(iso)) return { year: 'numeric', month: 'long' };
  return { year: 'numeric', month: 'long', day: 'numeric' };
}
