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

export interface Cost {
  readonly ms: number;
  /** Of this thread's own work: on a machine with other work to do, more telling than the time that passed. */
  readonly cpuMs: number;
}

export function costOf<T>(work: () => T): Cost & { readonly value: T } {
  const spent = process.threadCpuUsage();
  const { ms, value } = timed(work);
  const { user, system } = process.threadCpuUsage(spent);
  return { ms, cpuMs: (user + system) / 1000, value };
}

/** Each question asked in turn, three rounds long; of each its cheapest time. Rounds, so that no answer is remembered from just before. */
export function roundsOf<Q, T>(questions: readonly Q[], ask: (question: Q) => T): { readonly costs: readonly Cost[]; readonly answers: readonly T[] } {
  const rounds = [1, 2, 3].map(() => questions.map((question) => costOf(() => ask(question))));
  const costs = questions.map((_, at) => ({
    ms: Math.min(...rounds.map((round) => round[at]?.ms ?? Infinity)),
    cpuMs: Math.min(...rounds.map((round) => round[at]?.cpuMs ?? Infinity)),
  }));
  return { costs, answers: (rounds[0] ?? []).map(({ value }) => value) };
}

export function spreads(costs: readonly Cost[]): { readonly ms: Spread; readonly cpuMs: Spread } {
  return { ms: spreadOf(costs.map(({ ms }) => ms)), cpuMs: spreadOf(costs.map(({ cpuMs }) => cpuMs)) };
}
