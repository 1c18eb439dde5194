// Serves the preview: `node test/renderer/preview/serve.ts [port]`, then open the address it prints.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { articlePolicy } from '../../../preload/contract/addresses.ts';
import { previewFile } from './preview-pages.ts';

const library: Plugin = {
  name: 'preview-library',
  configureServer(server) {
    server.middlewares.use('/library/', (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://preview').pathname.slice(1));
      const file = previewFile(path);
      response.statusCode = file === null ? 404 : 200;
      response.setHeader('Content-Type', file?.type ?? 'text/plain');
      response.setHeader('Content-Security-Policy', articlePolicy);
      response.end(file?.body ?? 'not found');
    });
  },
};

/** Starts it on a port, 0 for any; answers the server and the page's address. */
export async function servePreview(port = 0): Promise<{ readonly server: ViteDevServer; readonly address: string }> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react(), library],
    server: { host: '127.0.0.1', port, hmr: false, watch: null },
    cacheDir: `${root}node_modules/.vite-preview`,
    optimizeDeps: { entries: ['renderer/main.tsx'] },
  });
  await server.listen();
  const bound = server.httpServer?.address();
  if (bound == null || typeof bound === 'string') throw new Error('the preview has no port');
  return { server, address: `http://127.0.0.1:${bound.port}/test/renderer/preview/index.html` };
}

if (import.meta.main) {
  const { address } = await servePreview(Number(process.argv[2] ?? 0));
  console.log(address);
}
