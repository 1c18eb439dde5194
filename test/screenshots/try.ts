// `npm run try`: the app on a demo library that is made for it and thrown away afterwards, to look around in.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemoLibrary } from './demo-library.ts';
import { demoMarks } from './demo-marks.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-try-'));
console.log('filling a demo library…');
await fillDemoLibrary(join(folder, 'My Library'), demoMarks);
const start = join(import.meta.dirname, '../../scripts/start.ts');
const { status } = spawnSync(process.execPath, [start, '--library', join(folder, 'My Library'), ...process.argv.slice(2)], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
