// What a test server is asked and what it answers, and the rules that bend an answer (refusals, delays,
// cut connections, encodings). Knows nothing of sockets: see send-answer.ts.

export interface SeenRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query, as asked. */
  readonly path: string;
  readonly referer: string | null;
  readonly cookie: string | null;
  readonly userAgent: string | null;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Answer {
  readonly status?: number;
  /** The content type; by default told from the path's ending. Null: none is sent. */
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export type Handler = (request: SeenRequest) => Answer | null | Promise<Answer | null>;

/** Served under one path: a body (its type is told from the path), a whole answer, or one made at each request. */
export type Resource = string | Uint8Array | Answer | Handler;

/** How the answers under some paths are bent. Everything that is not named stays as it is. */
export interface Rule {
  /** `empty`: any Referer is refused. `own`: only this host's. `not-foreign`: this host's or none. */
  readonly referer?: 'empty' | 'own' | 'not-foreign';
  /** Refused without this piece in the Cookie header. */
  readonly needsCookie?: string;
  readonly needsUserAgent?: RegExp;
  readonly status?: number;
  readonly redirect?: string;
  readonly setCookie?: string;
  readonly encoding?: 'gzip' | 'br';
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** `reset`: no answer. `cut`: half the body, then the connection ends. `stall`: half the body, then silence. */
  readonly break?: 'reset' | 'cut' | 'stall';
  /** Holds for the first so many requests of each path, then no more. */
  readonly times?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The content type of a path by its ending; a path without one is a page. */
export function typeOf(path: string): string {
  const name = path.replace(/[?#].*$/, '').split('/').at(-1) ?? '';
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '') : 'html';
  return TYPES[ending.toLowerCase()] ?? 'application/octet-stream';
}

export async function answerOf(resource: Resource, request: SeenRequest): Promise<Answer | null> {
  if (typeof resource === 'function') return resource(request);
  if (typeof resource === 'string' || resource instanceof Uint8Array) return { body: resource };
  return resource;
}

/** The refusal that a rule has for this request, or null when it may pass. */
export function refusalOf(rule: Rule, request: SeenRequest): Answer | null {
  const refused: Answer = { status: 403, type: 'text/plain; charset=utf-8', body: 'Refused.' };
  if (rule.referer !== undefined && !refererPasses(rule.referer, request)) return refused;
  if (rule.needsCookie !== undefined && !(request.cookie ?? '').includes(rule.needsCookie)) return refused;
  if (rule.needsUserAgent !== undefined && !rule.needsUserAgent.test(request.userAgent ?? '')) return refused;
  return null;
}

function refererPasses(wanted: 'empty' | 'own' | 'not-foreign', request: SeenRequest): boolean {
  const own = URL.parse(request.referer ?? '')?.host === request.host;
  switch (wanted) {
    case 'empty':
      return request.referer === null;
    case 'own':
      return own;
    case 'not-foreign':
      return own || request.referer === null;
  }
}

/** The answer as the rule bends it; its delay and breakage are the sender's matter. */
export function bend(answer: Answer, rule: Rule): Answer {
  const headers: Record<string, string | readonly string[]> = { ...answer.headers, ...rule.headers };
  if (rule.setCookie !== undefined) headers['set-cookie'] = rule.setCookie;
  if (rule.redirect !== undefined) {
    return { status: rule.status ?? 302, headers: { ...headers, location: rule.redirect } };
  }
  if (rule.status !== undefined) {
    return { status: rule.status, headers, type: 'text/plain; charset=utf-8', body: `${rule.status}` };
  }
  return { ...answer, headers, ...(rule.type === undefined ? {} : { type: rule.type }) };
}
