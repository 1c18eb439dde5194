// Reads an answer to its end while watching it: how much has come, when the last piece came, and how long all of it takes.
// What is too much or too slow is ended in the middle of the stream.

import type { Request } from 'got';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpRequest } from '../../engine/model/ports.ts';
import { largestOf, waitsFor, type HttpLimits } from './limits.ts';

/** Gives one of few places for bodies that take much memory; the answer gives the place back. */
export type LargePlaces = () => Promise<() => void>;

/** The whole body, decoded. Throws what the stream fails with. */
export async function readBody(stream: Request, request: HttpRequest, limits: HttpLimits, places: LargePlaces): Promise<Result<Uint8Array>> {
  const limit = largestOf(request, limits);
  const tooLarge = (): Result<Uint8Array> => fail('too-large', request.url, `more than ${Math.round(limit / 1e6)} MB`);
  const watch = watchClock(stream, waitsFor(request, limits).idle, limits.whole);
  let announced = 0;
  stream.once('response', ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) => {
    announced = Number(headers['content-length'] ?? 0);
    if (announced > limit) stream.destroy();
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  let leave: (() => void) | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      watch.moved();
      size += chunk.byteLength;
      if (size > limit) return tooLarge();
      chunks.push(chunk);
      if (size > limits.largeFrom && leave === null) {
        // Its turn may take as long as others need: that is not the server's slowness.
        watch.pause();
        leave = await places();
        watch.moved();
      }
    }
    if (announced > limit) return tooLarge();
    const late = watch.late();
    return late === null ? ok(Buffer.concat(chunks, size)) : fail('timed-out', request.url, late);
  } catch (error) {
    if (announced > limit) return tooLarge();
    const late = watch.late();
    if (late === null) throw error;
    return fail('timed-out', request.url, late);
  } finally {
    watch.stop();
    leave?.();
    stream.destroy();
  }
}

interface Watch {
  moved(): void;
  /** Until the next piece. */
  pause(): void;
  stop(): void;
  /** Why the stream was ended, or null. */
  late(): string | null;
}

/** got's own timers watch the time up to an answer's head; this one what comes after, and all of it together. */
function watchClock(stream: Request, idle: number, whole: number): Watch {
  let why: string | null = null;
  const end = (reason: string) => (): void => {
    why ??= reason;
    stream.destroy();
  };
  const all = setTimeout(end(`not whole after ${whole / 1000} s`), whole);
  let quiet: NodeJS.Timeout | null = null;
  const restart = (): void => {
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(end(`nothing came for ${idle / 1000} s`), idle);
  };
  stream.once('response', restart);
  return {
    moved: restart,
    pause: () => quiet !== null && clearTimeout(quiet),
    stop() {
      clearTimeout(all);
      if (quiet !== null) clearTimeout(quiet);
      stream.off('response', restart);
    },
    late: () => why,
  };
}

export function createLargePlaces(count: number): LargePlaces {
  let free = count;
  const waiting: (() => void)[] = [];
  const leaveOnce = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    return leaveOnce();
  };
}
