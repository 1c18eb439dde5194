// Hostile values by chance, from a seed that is printed: OFFPRINT_SEED=7 gives those of seed 7 again. Without it they are the
// same each time, so that a run that fails can be had again.

import { createRandom, type Random } from '../../demo/draw/random.ts';

export const seed = Number(process.env['OFFPRINT_SEED'] ?? 2026);

export interface Chance {
  /** From 0 up to, not including. */
  below(count: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Some of these one after another. */
  chain(pieces: readonly [string, ...string[]], most: number): string;
  /** Anything that can come over a border: what is no JSON too. */
  value(depth?: number): unknown;
}

export function createChance(name: string): Chance {
  console.log(`${name}: OFFPRINT_SEED=${seed}`);
  const random: Random = createRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  const chain = (pieces: readonly [string, ...string[]], most: number): string => Array.from({ length: 1 + below(most) }, () => pick(pieces)).join('');
  const value = (depth = 3): unknown => {
    const kind = below(depth > 0 ? 12 : 9);
    if (kind < 5) return pick(strings);
    if (kind < 8) return pick(numbers);
    if (kind < 9) return pick(oddities)();
    if (kind < 10) return Array.from({ length: below(4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: below(5) }, () => [pick(keys), value(depth - 1)]));
  };
  return { below, pick, chain, value };
}

export const strings: readonly [string, ...string[]] = [
  '',
  ' ',
  '..',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\a.test\\share\\x',
  'file:///etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'a\0b',
  'con',
  'x'.repeat(70_000),
  '\ud800',
  '\u202egpj.exe',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  "'; drop table articles; --",
  '" OR 1=1 --',
  'title:"',
  '((((((((((',
  '*'.repeat(500),
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://127.0.0.1:1/',
  'http://[::1]:1/',
  'http://user:secret@127.0.0.1:1/',
  '2026-13-99',
  'NaN',
  '-1',
  'null',
  'a1_B-2',
  '\r\nSet-Cookie: a=b',
  '\x1b[2J\x1b]0;x\x07',
];

const numbers: readonly [unknown, ...unknown[]] = [0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Infinity, -Infinity, true, false, null, undefined];

const oddities: readonly [() => unknown, ...(() => unknown)[]] = [
  () => new Date(Number.NaN),
  () => new Map([['id', 'a']]),
  () => new Set(['a']),
  () => 10n ** 40n,
  () => /(a+)+$/,
  () => new Uint8Array(9),
  () => new Error('x'),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ length: 2 ** 32 - 1, 0: 'a' }),
  () => JSON.parse('{"toString":"x","valueOf":"x","then":"x","toJSON":"x"}') as unknown,
  () => deep(2_000),
];

const keys: readonly [string, ...string[]] = ['id', 'ids', 'path', 'url', 'query', 'constructor', 'prototype', 'length', 'then', 'limit', 'text', 'type', 'inputs', 'tags', 'toString', ''];

function deep(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level += 1) inner = [inner];
  return inner;
}

/** Whether anything has got into what all objects have. */
export function isPolluted(): boolean {
  const plain: Record<string, unknown> = {};
  return plain['polluted'] !== undefined || Object.keys(Object.prototype).length > 0 || Object.keys(Array.prototype).length > 0;
}
