// The fixture's utility process.

import { existsSync } from 'node:fs';

process.parentPort.on('message', ({ data }) => {
  if (data === 'end') process.exit(0);
  process.parentPort.postMessage({ doubled: data.value.map((number) => number * 2), argument: process.argv[2], node: existsSync('/') });
});
