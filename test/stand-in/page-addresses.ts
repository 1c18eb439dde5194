// In the page: addresses of the app's scheme that scripts make up while they run. Those in files are translated on
// their way (scheme-addresses.ts); these cannot be seen there. Sent as source text, as in page-worlds.ts.

interface Setting extends PropertyDescriptor {
  readonly set?: (this: object, value: unknown) => void;
}

/** Makes `src`, `href` and `fetch` take `app://host/…` for `https://host.app.invalid/…`. */
export function addressFixes(schemes: readonly string[]): void {
  const pattern = new RegExp(`^(${schemes.join('|')})://([a-z0-9-]+)`);
  const fix = <T>(value: T): T =>
    typeof value === 'string' ? (value.replace(pattern, 'https://$2.$1.invalid') as T & string) : value;
  if (schemes.length === 0) return;

  const attribute = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute');
  const setAttribute = attribute?.value as (this: Element, name: string, value: string) => void;
  Element.prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, /^(?:src|href)$/i.test(name) ? fix(value) : value);
  };
  const properties: readonly (readonly [object, string])[] = [
    [HTMLIFrameElement.prototype, 'src'],
    [HTMLImageElement.prototype, 'src'],
    [HTMLAnchorElement.prototype, 'href'],
    [HTMLLinkElement.prototype, 'href'],
  ];
  for (const [prototype, name] of properties) {
    const own: Setting | undefined = Object.getOwnPropertyDescriptor(prototype, name);
    if (own?.set === undefined) continue;
    Object.defineProperty(prototype, name, {
      ...own,
      set(this: object, value: unknown) {
        own.set?.call(this, fix(value));
      },
    });
  }
  const fetchAsIs = window.fetch.bind(window);
  window.fetch = (input, init) => fetchAsIs(fix(input), init);
}
