// How a worker thread comes by its code: compiled once for all, where the process keeps what was compiled.

import { dirname } from 'node:path';
import { getCompileCacheDir } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** The environment of a thread whose code is to be loaded quickly: Node does not hand the cache that was switched on in the process to its threads. */
export function threadEnv(): NodeJS.ProcessEnv {
  // Within the folder that was asked for, each version of Node, with its flags, has one of its own: that is the one told.
  const own = getCompileCacheDir();
  return own === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(own) };
}

/**
 * To be called before a thread is started that runs from source. Node strips types by a WebAssembly module that each thread loads, and V8 keeps the
 * wrappers through which such modules call JavaScript in one place for all threads: when two threads compile a much-used wrapper anew and free the old one,
 * V8 13.6 (Node 24.21) ends the process with "Check failed: jit_page.has_value()" (the like of nodejs/node#64500). Seen in two of four runs of twenty seconds of four
 * threads that strip types and are ended; in none of eleven runs once wrappers are never compiled anew. What is built loads no WebAssembly.
 */
export function keepStrippingSafe(): void {
  setFlagsFromString('--wasm-wrapper-tiering-budget=2000000000');
}
