// Times as they are asked for: years, months, days, the last seven days, from one to another.

/** From a day on (inclusive) to a day (exclusive), in the user's own days: days since 1970, and the moments at which they begin. */
export interface TimeSpan {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface Day {
  readonly day: number;
  /** Milliseconds since 1970, UTC, of its first moment where the user is. */
  readonly begins: number;
}

const dayMs = 86_400_000;
const written = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const lately = /^(\d{1,4})([dwmy])$/;

/** `2024`, `2024-05`, `2024-05-06`, `today`, `yesterday`, `7d` (the last seven days, today among them), `2w`, `3m`, `1y`, `2020..2022`; null for anything else. */
export function spanOfTime(text: string, now: Date): TimeSpan | null {
  const [first = '', second, ...more] = text.toLowerCase().split('..');
  if (second === undefined) return oneSpan(first, now);
  if (more.length > 0 || (first === '' && second === '')) return null;
  const from = first === '' ? null : oneSpan(first, now);
  const to = second === '' ? null : oneSpan(second, now);
  if ((first !== '' && from === null) || (second !== '' && to === null)) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

function oneSpan(text: string, now: Date): TimeSpan | null {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (text === 'today') return { from: dayAt(year, month, date), to: dayAt(year, month, date + 1) };
  if (text === 'yesterday') return { from: dayAt(year, month, date - 1), to: dayAt(year, month, date) };
  const ago = lately.exec(text);
  if (ago !== null) return { from: dayBefore(now, Number(ago[1]), ago[2] ?? 'd'), to: dayAt(year, month, date + 1) };
  const parts = written.exec(text);
  return parts === null ? null : writtenSpan(Number(parts[1]), parts[2], parts[3]);
}

function dayBefore(now: Date, count: number, unit: string): Day {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (unit) {
    case 'w':
      return dayAt(year, month, date + 1 - count * 7);
    case 'm':
      return dayAt(year, month - count, date + 1);
    case 'y':
      return dayAt(year - count, month, date + 1);
    default:
      return dayAt(year, month, date + 1 - count);
  }
}

function writtenSpan(year: number, month: string | undefined, day: string | undefined): TimeSpan | null {
  if (month === undefined) return { from: dayAt(year, 0, 1), to: dayAt(year + 1, 0, 1) };
  const at = Number(month) - 1;
  if (at < 0 || at > 11) return null;
  if (day === undefined) return { from: dayAt(year, at, 1), to: dayAt(year, at + 1, 1) };
  const date = Number(day);
  // The 31st of a month that has 30 days is no day.
  if (date < 1 || new Date(Date.UTC(year, at, date)).getUTCMonth() !== at) return null;
  return { from: dayAt(year, at, date), to: dayAt(year, at, date + 1) };
}

function dayAt(year: number, month: number, date: number): Day {
  const utc = new Date(Date.UTC(2000, month, date));
  utc.setUTCFullYear(year, month, date);
  const local = new Date(2000, month, date);
  local.setFullYear(year, month, date);
  return { day: Math.floor(utc.getTime() / dayMs), begins: local.getTime() };
}
