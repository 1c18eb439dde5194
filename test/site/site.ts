// A real HTTP server on a loopback address for tests: resources by path, rules that bend the answers,
// and everything that was asked, in order. The demo library as a site is demo-site.ts.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerOf, bend, refusalOf } from './answers.ts';
import type { Answer, Handler, Resource, Rule, SeenRequest } from './answers.ts';
import { seenRequest, sendAnswer } from './send-answer.ts';

export interface SiteOptions {
  /** What is served, by path (`/a/b.html`). */
  readonly resources?: Readonly<Record<string, Resource>>;
  /** Asked for paths that `resources` does not hold. */
  readonly fallback?: Handler;
  /** Rules by path: one that ends in `/` or `*` holds for all paths that begin so. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** Another loopback address is another origin: `127.0.0.2`. */
  readonly address?: string;
}

export interface Site extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Every request, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** TCP connections accepted so far. */
  readonly connections: number;
  /** The absolute address of a path. */
  url(path?: string): string;
  /** How often a path (without its query) was asked for. */
  count(path: string): number;
  /** Adds or replaces what is served under a path. */
  put(path: string, resource: Resource): void;
  /** Sets the rule of a path (see `SiteOptions.rules`); null takes it away. */
  rule(path: string, rule: Rule | null): void;
  /** Forgets the requests seen so far. */
  forget(): void;
  close(): Promise<void>;
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const resources = new Map(Object.entries(options.resources ?? {}));
  const rules = createRules(options.rules ?? {});
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => void serve(incoming, response));
  let connections = 0;
  server.on('connection', () => (connections += 1));

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = seenRequest(incoming);
    requests.push(request);
    const rule = rules.ruleOf(request.path);
    const answer = refusalOf(rule, request) ?? (await bentAnswer(request, rule));
    await sendAnswer(request, response, answer, rule);
  }

  async function bentAnswer(request: SeenRequest, rule: Rule): Promise<Answer | null> {
    const resource = resources.get(request.path) ?? resources.get(pathOnly(request.path)) ?? options.fallback;
    const answer = resource === undefined ? null : await answerOf(resource, request);
    if (answer === null && rule.status === undefined && rule.redirect === undefined) return null;
    return bend(answer ?? {}, rule);
  }

  const origin = await listen(server, options.address ?? '127.0.0.1');
  const close = (): Promise<void> => closeServer(server);
  return {
    origin,
    requests,
    get connections() {
      return connections;
    },
    url: (path = '/') => new URL(path, origin).href,
    count: (path) => requests.filter((request) => pathOnly(request.path) === path).length,
    put: (path, resource) => void resources.set(path, resource),
    rule: (path, rule) => rules.set(path, rule),
    forget: () => void requests.splice(0),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** One page under `/`, and what it needs: for single cases. */
export function servePage(
  html: string,
  resources: Readonly<Record<string, Resource>> = {},
  rules: Readonly<Record<string, Rule>> = {},
): Promise<Site> {
  return startSite({ resources: { ...resources, '/': html }, rules });
}

function pathOnly(path: string): string {
  return path.replace(/\?.*$/, '');
}

interface Rules {
  ruleOf(path: string): Rule;
  set(path: string, rule: Rule | null): void;
}

function createRules(given: Readonly<Record<string, Rule>>): Rules {
  const rules = new Map(Object.entries(given));
  const uses = new Map<string, number>();
  const holds = (pattern: string, path: string): boolean =>
    pattern.endsWith('*') || (pattern.endsWith('/') && pattern !== '/')
      ? path.startsWith(pattern.replace(/\*$/, ''))
      : pathOnly(path) === pattern;
  const isSpent = (pattern: string, rule: Rule, path: string): boolean => {
    if (rule.times === undefined) return false;
    const key = `${pattern} ${path}`;
    const used = (uses.get(key) ?? 0) + 1;
    uses.set(key, used);
    return used > rule.times;
  };
  return {
    ruleOf: (path) =>
      [...rules]
        .filter(([pattern, rule]) => holds(pattern, path) && !isSpent(pattern, rule, path))
        .reduce<Rule>((all, [, rule]) => ({ ...all, ...rule }), {}),
    set(path, rule) {
      if (rule === null) rules.delete(path);
      else rules.set(path, rule);
    },
  };
}

async function listen(server: Server, address: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  return `http://${address}:${(server.address() as AddressInfo).port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
