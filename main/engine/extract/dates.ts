// Dates as pages write them, in one form: a UTC time where the zone is known or can be told, else the day alone.

import { clockAfter, utcOf } from './clock.ts';

/** `+08:00`: what a time without a zone is taken to be in, or null to keep the day alone. */
export type AssumedZone = string | null;

/**
 * ISO 8601: `2021-12-08T09:29:42Z` where the zone is known or assumed, `2021-12-08` where it is not, `2021-12` where no
 * day is given. Null for what is no date, or one outside 1990 to next year's end (an archive of the web).
 */
export function readDate(value: string | null, zone: AssumedZone = null): string | null {
  if (value === null) return null;
  const trimmed = value.trim();
  return fromEpoch(trimmed) ?? withZone(trimmed) ?? dateInText(trimmed, zone);
}

/** The first date in running text: `2021年12月8日 09:25`, `2021-12-08`, `8 December 2021`, `December 8, 2021`, `06/02/2022`. */
export function dateInText(text: string, zone: AssumedZone = null): string | null {
  let best: { at: number; date: string } | null = null;
  for (const pattern of dayPatterns) {
    const match = pattern.exec(text);
    if (match === null || (best !== null && match.index >= best.at)) continue;
    const day = dayFrom(match);
    if (day !== null) best = { at: match.index, date: timed(day, text.slice(match.index + match[0].length), zone) };
  }
  return best?.date ?? null;
}

/** A month without a day: `1998年3月号`, `March 2021`. */
export function monthInText(text: string): string | null {
  for (const pattern of monthPatterns) {
    const match = pattern.exec(text);
    const month = match === null ? 0 : monthNumber(match.groups?.['month'], match.groups?.['name']);
    const year = match?.groups?.['year'] ?? '';
    if (isPlausible(Number(year)) && month >= 1 && month <= 12) return `${year}-${String(month).padStart(2, '0')}`;
  }
  return null;
}

/** The day in an address: `/2021/12/08/`, `/20211208/`, `/202112/08/`. */
export function dateInAddress(url: string | null): string | null {
  const match = /[/_-](?<year>20[0-3]\d|199\d)[-/_.]?(?<month>0[1-9]|1[0-2])[-/_.]?(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$|\D)/.exec(url ?? '');
  return match === null ? null : dayFrom(match);
}

function fromEpoch(value: string): string | null {
  if (!/^\d{10}(\d{3})?$/.test(value)) return null;
  return plausibleTime(Number(value) * (value.length === 10 ? 1000 : 1));
}

function withZone(value: string): string | null {
  if (!/\d{1,2}:\d{2}.*(Z|[+-]\d{2}:?\d{2}|GMT|UTC)\b/i.test(value)) return null;
  return plausibleTime(Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}

function plausibleTime(time: number): string | null {
  if (Number.isNaN(time) || !isPlausible(new Date(time).getUTCFullYear())) return null;
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** With the clock that follows the day, where there is one and its zone is known. Midnight is no time, but a lack of one. */
function timed(day: string, after: string, zone: AssumedZone): string {
  const clock = clockAfter(after);
  const known = clock?.zone ?? zone;
  if (clock === null || known === null || (clock.zone === null && clock.hour === 0 && clock.minute === 0)) return day;
  return utcOf(day, clock, known) ?? day;
}

const names: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene', 'gen'], ['feb', 'fév', 'fev'], ['mar', 'mär', 'mrt'], ['apr', 'avr', 'abr'], ['may', 'mai', 'mag', 'mei'], ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'], ['aug', 'août', 'aou', 'ago'], ['sep', 'set'], ['oct', 'okt', 'ott', 'out'], ['nov'], ['dec', 'dez', 'dic', 'déc'],
];
const monthName = `(?<name>(?:${names.flat().join('|')})[\\p{L}]{0,7})\\.?`;

const dayPatterns: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})\s*[年\-/.]\s*(?<month>\d{1,2})\s*[月\-/.]\s*(?<day>\d{1,2})(?!\d)\s*[日号號]?/,
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?:\\s+(?:of|de|di))?[\\s-]+${monthName},?(?:\\s+de)?[\\s-]+(?<year>\\d{4})`, 'iu'),
  new RegExp(`${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`, 'iu'),
  /(?<![\d/])(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})(?!\d)(?=(?<rest>.{0,16}))/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
];
const monthPatterns: readonly RegExp[] = [/(?<!\d)(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月/, /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/, new RegExp(`${monthName},?\\s+(?<year>\\d{4})`, 'iu')];

function dayFrom(match: RegExpExecArray): string | null {
  const { year = '', month, name, day, first, second, rest = '' } = match.groups ?? {};
  if (first !== undefined && second !== undefined) return fromNumbers(Number(first), Number(second), year, rest);
  return isoDay(year, monthNumber(month, name), Number(day));
}

/** `06/02/2022`: the day first, but where that cannot be, or a clock of twelve hours says that Americans wrote it. */
function fromNumbers(first: number, second: number, year: string, rest: string): string | null {
  const monthFirst = second > 12 || (first <= 12 && /\d\s*[ap]m\b/i.test(rest));
  return monthFirst ? isoDay(year, first, second) : isoDay(year, second, first);
}

function monthNumber(month: string | undefined, name: string | undefined): number {
  if (month !== undefined) return Number(month);
  const lower = (name ?? '').toLowerCase();
  return names.findIndex((forms) => forms.some((form) => lower.startsWith(form))) + 1;
}

function isoDay(year: string, month: number, day: number): string | null {
  const valid = isPlausible(Number(year)) && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return valid ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
}

function isPlausible(year: number): boolean {
  return year >= 1990 && year <= new Date().getUTCFullYear() + 1;
}
