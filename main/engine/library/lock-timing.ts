// The times of the lock, in milliseconds. Tests give shorter ones.

export interface LockTiming {
  /** Between two heartbeats. */
  readonly beatEveryMs: number;
  /** A holder that has not been heard of for so long is taken for gone, or at least doubted. */
  readonly goneAfterMs: number;
  /** How long a silent holder whose process runs is watched for a heartbeat: a bit more than one beat. */
  readonly watchMs: number;
  /** A file without content may be in the making for so long. */
  readonly makingMs: number;
  readonly lookEveryMs: number;
}

export const lockTiming: LockTiming = {
  beatEveryMs: 15_000,
  goneAfterMs: 90_000,
  watchMs: 20_000,
  makingMs: 10_000,
  lookEveryMs: 100,
};
