// A folder that stands for Electron's binaries while packing: small, and with the wire of fuses that the packer flips.

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By it the fuses are found in the binary (https://www.electronjs.org/docs/latest/tutorial/fuses). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireVersion = 1;
/** As Electron ships them; `0` is off, `1` is on. */
const fuses = '101011110';

export async function makeDummyElectron(folder: string, version: string): Promise<void> {
  const wire = Buffer.from([wireVersion, fuses.length]);
  await mkdir(join(folder, 'resources'), { recursive: true });
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from(`#!/bin/sh\n# ${sentinel}`), wire, Buffer.from(fuses)]));
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'MIT');
}
