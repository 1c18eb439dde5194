// Checks the types of every wing with its own tsconfig, and says which wing failed. Exit code 1 if any did.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wings = ['preload/contract', 'preload', 'main/engine', 'main', 'renderer', 'scripts', 'test'];
const compiler = join(root, 'node_modules/typescript/bin/tsc');

const failed = wings.filter((wing) => spawnSync(process.execPath, [compiler, '-p', wing], { cwd: root, stdio: 'inherit' }).status !== 0);
if (failed.length > 0) {
  console.error(`types: ${failed.join(', ')} failed`);
  process.exitCode = 1;
}
