// What a bench is, and how times are summed up.

export type Bench = (options: Readonly<Record<string, string>>) => AsyncIterable<Readonly<Record<string, unknown>>>;

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Of milliseconds, rounded to hundredths. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Milliseconds that `work` takes, and what it gives. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
}

/** The same, the best of three: what else the machine does is not what is measured. */
export function bestTimed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const runs = [timed(work), timed(work), timed(work)];
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
}
