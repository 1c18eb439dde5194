// Electron's `session.webRequest`: one listener an event, the last one given.

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
}

interface Filter {
  readonly urls: readonly string[];
}

interface Decision {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}

type HeaderLists = Readonly<Record<string, readonly string[]>>;

interface HeadersDecision {
  readonly cancel?: boolean;
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>;
  readonly statusLine?: string;
}

type Listener<Details, Answer> = ((details: Details, answer: (decision: Answer) => void) => void) | null;

interface Entry<Details, Answer> {
  readonly filter: Filter | null;
  readonly listener: Listener<Details, Answer>;
}

export interface HeadersDetails extends RequestDetails {
  readonly statusCode: number;
  readonly responseHeaders: HeaderLists;
}

export class WebRequest {
  before: Entry<RequestDetails, Decision> = { filter: null, listener: null };
  headers: Entry<HeadersDetails, HeadersDecision> = { filter: null, listener: null };

  onBeforeRequest(...given: readonly unknown[]): void {
    this.before = entry(given);
  }

  onHeadersReceived(...given: readonly unknown[]): void {
    this.headers = entry(given);
  }
}

function entry<Details, Answer>(given: readonly unknown[]): Entry<Details, Answer> {
  const listener = given.at(-1) as Listener<Details, Answer>;
  return { filter: given.length > 1 ? (given[0] as Filter) : null, listener };
}

/** What the session's rule says of a request: go on by default. */
export function decideRequest(rules: WebRequest, details: RequestDetails): Promise<Decision> {
  return decide(rules.before, details);
}

export function decideHeaders(rules: WebRequest, details: HeadersDetails): Promise<HeadersDecision> {
  return decide(rules.headers, details);
}

async function decide<Details extends RequestDetails, Answer extends object>(
  { filter, listener }: Entry<Details, Answer>,
  details: Details,
): Promise<Answer | Record<never, never>> {
  if (listener === null || (filter !== null && !filter.urls.some((pattern) => matches(pattern, details.url)))) return {};
  return new Promise((resolve) => listener(details, resolve));
}

function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(url);
}
