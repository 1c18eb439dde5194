#!/usr/bin/env node
// The roof of the command line: runs one command on an engine in this very process.

import nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

/** What the engine needs of Node: types stripped, node:sqlite, zstd. */
const oldestNode = 24;
const here = import.meta.dirname;
const fromSource = import.meta.url.endsWith('.ts');

// Everything else is loaded after this, as an older Node could not even read it.
if (Number.parseInt(process.versions.node, 10) < oldestNode) await tellOldNode();
else await main();

async function tellOldNode(): Promise<void> {
  const { terminal } = await import('../preload/contract/messages/terminal.ts');
  const { fill } = await import('../preload/contract/messages/locale.ts');
  process.stderr.write(`offprint: ${fill(terminal.en.oldNode, { version: process.versions.node })}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  // A third off the start of every command: .9 s of CPU where it was 1.3 s.
  nodeModule.enableCompileCache();
  const { runTerminal, terminalLocale } = await import('./terminal/program.ts');
  const { endOnSignals } = await import('./terminal/signals.ts');
  const { default: about } = await import('../package.json', { with: { type: 'json' } });
  const locale = terminalLocale(process.env);
  const signal = endOnSignals(locale);
  const code = await runTerminal({
    words: process.argv.slice(2),
    env: process.env,
    version: about.version,
    locale,
    signal,
    knock: async (libraryPath) => {
      const { engineInApp } = await import('./terminal/engine-in-app.ts');
      return engineInApp(libraryPath, process.env, signal);
    },
    // Loaded when a command first needs it, so that `--help` is quick.
    open: async (request) => {
      const { openEngine } = await import('./terminal/open-engine.ts');
      return openEngine(request, {
        version: about.version,
        env: process.env,
        locale,
        pageWorker: pathToFileURL(join(here, fromSource ? 'engine/flows/page-worker.ts' : 'page-worker.js')),
        printAssets: fromSource ? null : join(here, '..', 'print-assets'),
      });
    },
  });
  // What is still in the pipe goes out first; then nothing that was left open may keep the program.
  process.stdout.write('', () => process.exit(code));
}
