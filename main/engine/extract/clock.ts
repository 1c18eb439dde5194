// The clock that stands behind a day: `09:25`, `14:32:10 PM`, `下午3:20`, `T07:00+0800`.

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `+08:00`, or null where none is given. */
  readonly zone: string | null;
}

const clock = /^[\sT,，\-–—日号(（|·]{0,6}(?:at\s+|um\s+|à\s+)?(?<half>上午|下午|晚上|中午|凌晨|午後|午前)?\s*(?<hour>\d{1,2})[:：h时時](?<minute>\d{2})(?:[:：分](?<second>\d{2}))?(?:\.\d+)?秒?\s*(?<noon>[ap]\.?m\b)?\.?\s*(?<zone>Z\b|[+-]\d{2}:?\d{2}|GMT|UTC)?/i;

/** The clock at the beginning of a text, or null. */
export function clockAfter(text: string): Clock | null {
  const { half = '', hour = '', minute = '', second = '0', noon = '', zone } = clock.exec(text)?.groups ?? {};
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const isLater = /下午|晚上|午後/.test(half) || /^p/i.test(noon);
  const midnight = /^a/i.test(noon) && Number(hour) === 12;
  return { hour: midnight ? 0 : isLater && Number(hour) < 12 ? Number(hour) + 12 : Number(hour), minute: Number(minute), second: Number(second), zone: zone === undefined ? null : zoneOf(zone) };
}

/** @param day `2021-12-08` */
export function utcOf(day: string, { hour, minute, second }: Clock, zone: string): string | null {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = Date.parse(`${day}T${two(hour)}:${two(minute)}:${two(second)}${zone}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

function zoneOf(zone: string): string {
  return /^[+-]/.test(zone) ? zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
}
