// Dates and numbers as people read them, by Intl.

import type { Locale } from '../../preload/contract/messages/locale.ts';

const minute = 60_000;
const day = 86_400_000;

/** Short and relative for the last week, then the date; the year only where it is another. */
export function shortDate(iso: string, locale: Locale, now: number): string {
  const date = new Date(iso);
  const age = now - date.getTime();
  if (Number.isNaN(age)) return iso;
  // `now` goes on by the minute: what has just come is from a moment after it.
  if (age >= -minute && age < day) return withinDay(age, locale);
  if (age >= 0 && age < 7 * day) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.round(age / day), 'day');
  }
  const sameYear = new Date(now).getFullYear() === date.getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...year }).format(date);
}

function withinDay(age: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (age < minute) return format.format(0, 'second');
  if (age < 3_600_000) return format.format(-Math.floor(age / 60_000), 'minute');
  return format.format(-Math.floor(age / 3_600_000), 'hour');
}

/** The whole date, with the time. */
export function longDate(iso: string, locale: Locale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  // A date alone is a day, not a moment: no time, and no shift by the zone.
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}

/** The time of day. */
export function clockTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso));
}

export function number(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** `3 ms`, `0.4 ms`, `1.2 s`. */
export function duration(milliseconds: number, locale: Locale): string {
  const [value, unit] = milliseconds < 1000 ? [milliseconds, 'millisecond'] : [milliseconds / 1000, 'second'];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value);
}
