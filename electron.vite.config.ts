// How the app is built: main, preload and renderer into out/, with everything bundled, so that no node_modules is
// shipped; and the fonts of print beside them (scripts/print-assets.ts).

import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { printFonts } from './main/adapters/print-assets.ts';
import { printAssets } from './scripts/print-assets.ts';

/**
 * Each of these is a process, a worker or a command of its own and needs a file with a fixed name.
 * What they share becomes chunks.
 */
const mainEntries = {
  main: 'main/main.ts',
  'engine-process': 'main/engine-process.ts',
  'page-worker': 'main/engine/flows/page-worker.ts',
  cli: 'main/cli.ts',
};

/** Imported only where they are installed: a Chromium for development, and native extras of libraries. */
const neverBundled = ['@sparticuz/chromium', 'canvas', 'bufferutil', 'utf-8-validate'];

export default defineConfig({
  main: {
    plugins: [printAssets({ fonts: printFonts, to: 'out/print-assets' })],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(mainEntries).filter(([, file]) => existsSync(file))),
        external: neverBundled,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'preload/preload.ts' },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // A font or picture inside a style sheet as data: would be loaded even where it is not shown.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
