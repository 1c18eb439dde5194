// Serves hostile pages for a browser: `/frames?0,1,2` shows these in frames of one page, `/page/7` is one of them. And the
// canary, which nothing may ever ask for.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { startSite, type Site } from '../../site/site.ts';

export interface Served {
  readonly number: number;
  readonly html: string;
}

export interface Serving {
  /** Headers of each page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of each frame; null for none. */
  readonly sandbox?: string | null;
}

export interface FrameSite extends AsyncDisposable {
  framesUrl(numbers: readonly number[]): string;
}

const modules = ['frames', 'walker', 'provoke'];

export async function serveFrames(pages: readonly Served[], { headers = {}, sandbox = null }: Serving = {}): Promise<FrameSite> {
  const byNumber = new Map(pages.map((page) => [page.number, page.html]));
  const site = await startSite({
    resources: Object.fromEntries(await Promise.all(modules.map(async (name) => [`/${name}.ts`, { type: 'text/javascript; charset=utf-8', body: await script(name) }] as const))),
    fallback: ({ path }) => {
      const number = /^\/page\/(\d+)$/.exec(path)?.[1];
      if (number !== undefined) return { type: 'text/html; charset=utf-8', headers, body: byNumber.get(Number(number)) ?? '' };
      return path.startsWith('/frames?') ? { body: framesPage(path.slice('/frames?'.length).split(','), sandbox) } : null;
    },
  });
  return { framesUrl: (numbers) => site.url(`/frames?${numbers.join(',')}`), [Symbol.asyncDispose]: () => site.close() };
}

/** A canary is a site that has something at every address, so that what asks for it gets it. */
export function startCanary(): Promise<Site> {
  return startSite({ fallback: () => ({ headers: { 'access-control-allow-origin': '*', 'timing-allow-origin': '*' }, type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }) });
}

async function script(name: string): Promise<string> {
  const path = fileURLToPath(new URL(`../page/${name}.ts`, import.meta.url));
  return (await transformWithOxc(await readFile(path, 'utf8'), path, { target: 'esnext' })).code;
}

function framesPage(numbers: readonly string[], sandbox: string | null): string {
  const limits = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  const frames = numbers.map((number) => `<iframe data-number="${number}" src="/page/${number}" width="120" height="70"${limits}></iframe>`);
  return `<!doctype html><meta charset="utf-8"><script type="module" src="/frames.ts"></script><style>iframe{border:0}</style><body>${frames.join('')}</body>`;
}
