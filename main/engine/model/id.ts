// Ids of articles and captures: time first, so that they sort; letters that no file system confuses.

import { randomBytes } from 'node:crypto';

/** Crockford's base 32 (https://www.crockford.com/base32.html), lower case: no i, l, o, u. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLength = 9;
const randomLength = 7;
const pattern = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** 16 characters: 45 bits of milliseconds, 35 bits of chance. */
export function newId(now: Date): string {
  let time = now.getTime();
  let id = '';
  for (let place = 0; place < timeLength; place += 1) {
    id = (digits[time % 32] ?? '') + id;
    time = Math.floor(time / 32);
  }
  for (const byte of randomBytes(randomLength)) id += digits[byte % 32] ?? '';
  return id;
}

export function isId(text: string): boolean {
  return pattern.test(text);
}

/** When an id was made. */
export function madeAt(id: string): Date {
  let time = 0;
  for (const letter of id.slice(0, timeLength)) time = time * 32 + digits.indexOf(letter);
  return new Date(time);
}

/** The UTC year in which an id was made: the name of the folder that its article lies in. */
export function yearOf(id: string): string {
  return String(madeAt(id).getUTCFullYear());
}
