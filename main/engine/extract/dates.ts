// Dates as pages write them, in one form: a UTC time where the page gives the zone, else the day alone.

/**
 * ISO 8601: `2021-12-08T09:29:42Z` where the zone is known, `2021-12-08` where it is not.
 * Null for what is no date, or one outside 1990 to next year's end (an archive of the web).
 */
export function readDate(value: string | null): string | null {
  if (value === null) return null;
  return withZone(value) ?? dayAlone(value);
}

/** The first date in running text: `2021年12月8日 09:25`, `2021-12-08`, `8 December 2021`, `December 8, 2021`. */
export function dateInText(text: string): string | null {
  for (const pattern of dayPatterns) {
    const match = pattern.exec(text);
    if (match !== null) {
      const day = dayFrom(match);
      if (day !== null) return day;
    }
  }
  return null;
}

function withZone(value: string): string | null {
  if (!/T?\d{1,2}:\d{2}.*(Z|[+-]\d{2}:?\d{2}|GMT|UTC)/i.test(value)) return null;
  const time = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time) || !isPlausible(new Date(time).getUTCFullYear())) return null;
  return new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}

function dayAlone(value: string): string | null {
  return dateInText(value);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zä]*\\.?';

const dayPatterns: readonly RegExp[] = [
  /(?<year>\d{4})\s*[年\-/.]\s*(?<month>\d{1,2})\s*[月\-/.]\s*(?<day>\d{1,2})/,
  new RegExp(`(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?<name>${monthName}),?\\s+(?<year>\\d{4})`, 'i'),
  new RegExp(`(?<name>${monthName})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`, 'i'),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})/,
];
const germanMonths: Readonly<Record<string, string>> = { mär: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };

function dayFrom(match: RegExpExecArray): string | null {
  const { year = '', month, name, day = '' } = match.groups ?? {};
  const short = (name ?? '').slice(0, 3).toLowerCase();
  const number = month === undefined ? months.indexOf(germanMonths[short] ?? short) + 1 : Number(month);
  const valid = isPlausible(Number(year)) && number >= 1 && number <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return valid ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function isPlausible(year: number): boolean {
  return year >= 1990 && year <= new Date().getUTCFullYear() + 1;
}
