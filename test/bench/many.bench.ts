// A page of very many pictures, and very many pages in one command, in the terminal's own process: the built one (`npm run build`), else the source.
// --pictures=10000, --pages=200, --latency=100 milliseconds, --single=20 pages one by one

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { drawPng } from '../demo/draw.ts';
import { rounded, type Bench } from './bench.ts';

const root = join(import.meta.dirname, '../..');
/** As it is packed, where it is built: loading the source takes memory of its own. */
const built = join(root, 'out/main/cli.js');
const cli = existsSync(built) ? built : join(root, 'main/cli.ts');
const words = '<p>The lamp was lit at dusk, and put out when the last boat had passed the bar.</p>'.repeat(12);

export const manyBench: Bench = async function* manyBench(options) {
  const number = (name: string, usual: number): number => Number(options[name] ?? usual);
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const site = await startServer(number('latency', 100));
  try {
    const pictures = number('pictures', 10_000);
    yield await manyPictures(site, folder, pictures);
    yield await cancelled(site, folder, pictures);
    yield* manyPages(site, folder, number('pages', 200), number('single', 20));
  } finally {
    site.server.closeAllConnections();
    site.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

interface BenchSite {
  readonly server: Server;
  readonly origin: string;
  asked: number;
  atOnce: number;
}

/** `/page-N-P.html` has P pictures; each picture is another one. */
async function startServer(latency: number): Promise<BenchSite> {
  const picture = drawPng(1, 24, 16);
  let open = 0;
  const server = createServer((request, response) => {
    site.asked += 1;
    open += 1;
    site.atOnce = Math.max(site.atOnce, open);
    response.once('close', () => (open -= 1));
    const path = request.url ?? '';
    const page = /^\/page-(\w+)-(\d+)\.html/.exec(path);
    const slow = page !== null && Number(page[2]) > 1_000 ? 0 : latency;
    setTimeout(() => {
      if (page !== null) response.setHeader('content-type', 'text/html').end(pageOf(page[1] ?? '', Number(page[2])));
      else if (path.endsWith('.css')) response.setHeader('content-type', 'text/css').end('body{margin:0}');
      else response.setHeader('content-type', 'image/png').end(Buffer.concat([picture, Buffer.from(path)]));
    }, path.startsWith('/many') ? 0 : slow);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const site: BenchSite = { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: 0, atOnce: 0 };
  return site;
}

function pageOf(name: string, count: number): string {
  const folder = count > 1_000 ? 'many' : 'pictures';
  const images = Array.from({ length: count }, (_, at) => `<p><img src="/${folder}/${name}/${at}.png" alt="Picture ${at}"></p>`).join('');
  return `<!doctype html><title>The lamp ${name}</title><link rel="stylesheet" href="/site.css"><article><h1>The lamp ${name}</h1>${words}${images}</article>`;
}

interface Run {
  readonly child: ChildProcess;
  readonly started: number;
  readonly lines: string[];
  /** Of the process alone, in megabytes; Linux only. */
  peakMb: number;
  readonly ended: Promise<void>;
}

function add(library: string, urls: readonly string[]): Run {
  const child = spawn(process.execPath, [cli, 'add', ...urls, '--mode', 'static', '--json', '--library', library], { stdio: ['ignore', 'pipe', 'ignore'] });
  const run: Run = { child, started: performance.now(), lines: [], peakMb: 0, ended: new Promise((resolve) => void child.once('exit', () => resolve())) };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => run.lines.push(text));
  const poll = setInterval(() => (run.peakMb = Math.max(run.peakMb, peakOf(child.pid))), 50);
  child.once('exit', () => clearInterval(poll));
  return run;
}

function peakOf(pid: number | undefined): number {
  const status = `/proc/${pid ?? 0}/status`;
  if (!existsSync(status)) return 0;
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1_000);
  } catch {
    return 0;
  }
}

const secondsSince = (started: number): number => rounded((performance.now() - started) / 1_000);

async function manyPictures(site: BenchSite, folder: string, pictures: number): Promise<Record<string, unknown>> {
  site.atOnce = 0;
  const run = add(join(folder, 'many'), [`${site.origin}/page-all-${pictures}.html`]);
  await run.ended;
  const report = JSON.parse(run.lines.join('').split('\n')[0] ?? '{}') as { status?: string; images?: { saved: number } };
  return { what: 'a page of pictures', pictures, status: report.status, saved: report.images?.saved, seconds: secondsSince(run.started), peakMb: run.peakMb, atOnce: site.atOnce };
}

async function cancelled(site: BenchSite, folder: string, pictures: number): Promise<Record<string, unknown>> {
  site.asked = 0;
  const run = add(join(folder, 'cancelled'), [`${site.origin}/page-cut-${pictures}.html`]);
  while (site.asked < pictures / 4 && run.child.exitCode === null) await wait(5);
  const asked = performance.now();
  run.child.kill('SIGINT');
  await run.ended;
  return { what: 'the same, cancelled', afterPictures: site.asked, answeredInSeconds: secondsSince(asked) };
}

async function* manyPages(site: BenchSite, folder: string, pages: number, single: number): AsyncGenerator<Record<string, unknown>> {
  const url = (name: string, at: number): string => `${site.origin}/page-${name}${at}-6.html`;
  const started = performance.now();
  for (let at = 0; at < single; at += 1) await add(join(folder, 'single'), [url('one', at)]).ended;
  const each = secondsSince(started) / single;
  site.atOnce = 0;
  const run = add(join(folder, 'together'), Array.from({ length: pages }, (_, at) => url('together', at)));
  await run.ended;
  const seconds = secondsSince(run.started);
  const saved = run.lines.join('').split('\n').filter((line) => line.includes('"status":"saved"')).length;
  yield { what: 'pages in one command', pages, saved, seconds, oneByOneSeconds: rounded(each * pages), timesFaster: rounded((each * pages) / seconds), atOnce: site.atOnce, peakMb: run.peakMb };
}
