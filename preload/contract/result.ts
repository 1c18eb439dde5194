// What a call gives back: a value, or a failure that a user can do something about.
// A bug is not a failure: it throws, and is caught once at the border (see `bug` below).

/** One kind for each decision that a user can take. Closed: every switch over it names them all. */
export type FailureKind =
  | 'bad-input' // what was given is not a link, a file or a value that can be used: correct it
  | 'unsupported' // a form Offprint does not read or write (yet)
  | 'offline' // no connection, no such host, connection refused or cut: try again later
  | 'insecure' // the certificate does not hold: do not go on
  | 'refused' // the site answered 401, 403 or the like: sign in or use the browser
  | 'not-found' // 404, 410, a missing file, an unknown id
  | 'busy' // 429, 5xx: the site asks to come back later
  | 'too-large'
  | 'timed-out'
  | 'not-an-article' // nothing readable on the page
  | 'damaged' // stored bytes are not what was stored
  | 'locked' // another Offprint has this library open for writing
  | 'newer-format' // made by a newer Offprint
  | 'read-only' // the folder or file cannot be written
  | 'disk-full'
  | 'in-use' // a file that another program holds open: close it there
  | 'no-browser' // needs a Chromium, and none was found
  | 'cancelled'
  | 'bug'; // our fault; the log has the details

export interface Failure {
  readonly kind: FailureKind;
  /** What it is about: a URL, a path or an id, as the user knows it. */
  readonly about: string;
  /** The technical fact behind it (`HTTP 404`, `ECONNREFUSED`), or an empty string. */
  readonly detail: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: FailureKind, about: string, detail = ''): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { kind, about, detail } };
}

/** Kinds for which the same thing may work later, unchanged. */
export function canTryAgain(kind: FailureKind): boolean {
  switch (kind) {
    case 'offline':
    case 'busy':
    case 'timed-out':
    case 'locked':
    case 'disk-full':
    case 'in-use':
    case 'cancelled':
      return true;
    case 'bad-input':
    case 'unsupported':
    case 'insecure':
    case 'refused':
    case 'not-found':
    case 'too-large':
    case 'not-an-article':
    case 'damaged':
    case 'newer-format':
    case 'read-only':
    case 'no-browser':
    case 'bug':
      return false;
  }
}
