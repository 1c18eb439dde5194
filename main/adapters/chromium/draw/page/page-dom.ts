// The little of the DOM that our scripts in a page use. The main process knows no DOM, and a script in a page knows nothing
// of the file that it stands in: each is one function that is sent as its source text (`sourceOf`), in plain JavaScript.

export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>;
  readonly parentNode: PageNode | null;
}

export interface PageRule {
  readonly cssText: string;
}

export interface PageSheet {
  readonly cssRules: ArrayLike<PageRule> & Iterable<PageRule>;
  readonly disabled: boolean;
  readonly href: string | null;
}

export interface PageRoot extends PageNode {
  readonly adoptedStyleSheets: readonly PageSheet[];
}

/** Any element: what only some have is undefined on the others. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly shadowRoot: PageRoot | null;
  readonly textContent: string;
  readonly sheet?: PageSheet | null;
  readonly currentSrc?: string;
  readonly complete?: boolean;
  readonly naturalWidth?: number;
  readonly value?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly readyState?: number;
  readonly videoWidth?: number;
  readonly videoHeight?: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  loading?: string;
  scrollTop: number;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
  toDataURL?(type?: string, quality?: number): string;
  getContext?(kind: '2d'): { drawImage(image: PageElement, x: number, y: number, width: number, height: number): void } | null;
}

export interface PageDocument extends PageRoot {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  readonly scrollingElement: PageElement | null;
  readonly doctype: { readonly name: string; readonly publicId: string; readonly systemId: string } | null;
  readonly baseURI: string;
  readonly images: Iterable<PageElement>;
  readonly fonts: { readonly status: string };
  readonly readyState: string;
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>;
  createElement(name: string): PageElement;
  addEventListener(name: string, listener: (event: { preventDefault(): void; readonly type: string }) => void): void;
  dispatchEvent(event: unknown): boolean;
  getAnimations(): readonly { readonly constructor: { readonly name: string }; commitStyles(): void }[];
}

type Source = (...values: never[]) => unknown;

/** The call of a function in a page, as an expression; its arguments must be JSON. */
export function callOf(script: Source, ...values: readonly unknown[]): string {
  return `(${script.toString()})(${values.map((value) => JSON.stringify(value)).join(',')})`;
}
