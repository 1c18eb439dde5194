// The app's own schemes, as Chromium sees them here: `app://host/path` is `https://host.app.invalid/path`, so that
// it is a secure origin which scripts, frames and storage work in. The app itself sees only its own form.

const schemes = new Set<string>();

/** Notes a scheme whose addresses have hosts (`standard: true`). */
export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

export function knownSchemes(): readonly string[] {
  return [...schemes];
}

function alternatives(): string {
  return schemes.size === 0 ? '(?!)' : [...schemes].join('|');
}

/** A text for the page: each address of an app's scheme in the form that Chromium knows. */
export function toPage(text: string): string {
  return text.replace(new RegExp(`\\b(${alternatives()})://([a-z0-9-]+)`, 'g'), 'https://$2.$1.invalid');
}

/** A text from the page: each address in the form that the app knows. */
export function toApp(text: string): string {
  return text.replace(new RegExp(`\\bhttps://([a-z0-9-]+)\\.(${alternatives()})\\.invalid`, 'g'), '$2://$1');
}

/** The scheme of an address as the app writes it (`app`), or null where it is none of the app's. */
export function appSchemeOf(address: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(address)?.[1];
  return scheme !== undefined && schemes.has(scheme) ? scheme : null;
}

/** Whether the text of an answer may hold addresses to be translated. */
export function isText(contentType: string): boolean {
  return /^(?:text\/(?:html|css|javascript)|application\/(?:javascript|json|manifest\+json))/i.test(contentType);
}
