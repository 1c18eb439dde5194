// Reads an answer to its end while counting what comes, and ends what is too much in the middle of the stream.

import type { Request, Response } from 'got';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpRequest } from '../../engine/model/ports.ts';
import type { CaptureBudget } from './capture-budget.ts';
import type { LargePlaces } from './large-places.ts';
import { largestOf, type HttpLimits } from './limits.ts';
import { unpacked } from './unpack.ts';
import type { Watch } from './watch.ts';

export interface BodyReader {
  readonly request: HttpRequest;
  readonly limits: HttpLimits;
  readonly budget: CaptureBudget;
  readonly places: LargePlaces;
  readonly watch: Watch;
}

/** The whole body, decoded. Throws what the stream fails with. */
export async function readBody(stream: Request, response: Response, reader: BodyReader): Promise<Result<Uint8Array>> {
  const { request, limits, budget, places, watch } = reader;
  const limit = largestOf(request, limits);
  const tooLarge = (): Result<Uint8Array> => fail('too-large', request.url, `more than ${Math.round(limit / 1e6)} MB`);
  // What says beforehand that it is too large is not begun.
  if (Number(response.headers['content-length'] ?? 0) > limit) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let leave: (() => void) | null = null;
  try {
    for await (const chunk of unpacked(watched(stream, watch), response.headers['content-encoding'])) {
      // Unpacking much takes its time as well.
      watch.moved();
      size += chunk.byteLength;
      if (size > limit) return tooLarge();
      if (!budget.take(chunk.byteLength)) return fail('too-large', request.url, budget.usedUp()?.detail);
      chunks.push(chunk);
      if (size > limits.largeFrom && leave === null) {
        // Its turn may take as long as others need: that is not the server's slowness.
        watch.pause();
        leave = await places();
        watch.moved();
      }
    }
    return ok(Buffer.concat(chunks, size));
  } finally {
    leave?.();
  }
}

async function* watched(stream: Request, watch: Watch): AsyncIterable<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    watch.moved();
    yield chunk;
  }
}
