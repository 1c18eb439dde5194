// Looks at a stored page as a browser has it, and names what no stored page may have. Runs in a page (serve-frames.ts), and
// shares no rule with main/engine/clean/, so that a mistake there is none here. Frames have classes of their own: no `instanceof`.

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const elements: Readonly<Record<string, ReadonlySet<string>>> = {
  'http://www.w3.org/1999/xhtml': names(
    'html head body title style link meta a abbr address area article aside audio b bdi bdo big blockquote br button caption center cite code col colgroup dd del details dfn ' +
      'dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav nobr ol ' +
      'optgroup option output p picture pre progress q rb rp rt rtc ruby s samp search section select slot small source span strike strong sub summary sup table tbody td textarea ' +
      'tfoot th thead time tr tt u ul var video wbr template',
  ),
  'http://www.w3.org/2000/svg': names(
    'svg g path rect circle ellipse line polyline polygon text tspan textPath defs linearGradient radialGradient stop clipPath mask pattern symbol use title desc image marker ' +
      'filter feGaussianBlur feOffset feBlend feColorMatrix feMerge feMergeNode feFlood feComposite style a',
  ),
  'http://www.w3.org/1998/Math/MathML': names(
    'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd semantics annotation a style',
  ),
};

const attributes = names(
  'id class lang dir title alt width height colspan rowspan headers scope span start reversed value type datetime cite align valign role hidden open abbr label style href src poster rel ' +
    'xlink:href controls loop muted preload playsinline bgcolor color face size border cellpadding cellspacing nowrap background media charset name content placeholder checked selected ' +
    'disabled multiple rows cols for min max low high optimum hspace vspace clear noshade tabindex usemap shape coords slot part exportparts frameborder shadowrootmode ' +
    // Of drawings and formulas.
    'viewBox preserveAspectRatio d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy points transform fill stroke opacity mask offset rotate version xmlns xmlns:xlink orient filter in in2 result mode ' +
    'values operator k1 k2 k3 k4 display overflow visibility spreadMethod textLength lengthAdjust startOffset stdDeviation markerWidth markerHeight refX refY gradientUnits gradientTransform ' +
    'patternUnits patternTransform patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits mathvariant mathsize mathcolor mathbackground displaystyle scriptlevel stretchy ' +
    'fence separator lspace rspace symmetric maxsize minsize largeop movablelimits accent accentunder linethickness depth voffset lquote rquote encoding columnalign rowalign columnspan ' +
    'rowspacing columnspacing',
);
/** `fill-rule`, `aria-label`, `data-x`: attributes with a hyphen do nothing by themselves. */
const hyphened = /^(?!on)[a-z_]+(-[\w:.]+)+$/;

const stored = /^(\.\.\/)+blobs\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/;
const own = /^data:(image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)|font\/[\w+-]+|application\/(x-)?font[\w-]*|application\/octet-stream|application\/vnd\.ms-fontobject)?[;,]/i;
const customName = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

const mayShow = (link: string): boolean => stored.test(link) || own.test(link);
const mayLead = (link: string): boolean => link.startsWith('#') || stored.test(link) || /^(https?:\/\/|mailto:)/.test(link);

/** One line for each thing that is not allowed; empty for a page that is inert. Shadow roots and templates are looked into. */
export function walkDocument(document: Document): string[] {
  const faults: string[] = [];
  const roots: ParentNode[] = [document];
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    for (const element of root.querySelectorAll('*')) {
      faults.push(...faultsOf(element));
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (element.localName === 'template' && 'content' in element) roots.push((element as HTMLTemplateElement).content);
    }
  }
  return faults;
}

function faultsOf(element: Element): string[] {
  const { localName, namespaceURI, outerHTML } = element;
  // A form's field that is named so would stand in its place.
  const all: NamedNodeMap = Reflect.get(Element.prototype, 'attributes', element);
  const isKnown = elements[namespaceURI ?? '']?.has(localName) === true || customName.test(localName);
  if (!isKnown) return [`<${localName}>`];
  if (localName === 'meta') return /^(Content-Security-Policy)?$/.test(element.getAttribute('http-equiv') ?? '') ? [] : [outerHTML];
  const faults = [...all].filter((attribute) => !isHarmless(element, attribute)).map(({ name, value }) => `${localName}[${name}="${value.slice(0, 90)}"]`);
  if (localName === 'link' && element.getAttribute('rel') !== 'stylesheet') faults.push(outerHTML);
  if (/^(button|input|select|textarea)$/.test(localName) && namespaceURI?.endsWith('xhtml') === true && !element.hasAttribute('disabled')) faults.push(`${localName} can be used`);
  return [...faults, ...styleFaults(element)];
}

function isHarmless(element: Element, { name, value }: Attr): boolean {
  const { localName } = element;
  if (/^on/i.test(name) || !(attributes.has(name) || hyphened.test(name) || customName.test(localName))) return false;
  switch (name) {
    case 'href':
    case 'xlink:href':
      if (localName === 'a' || localName === 'area') return mayLead(value);
      if (localName === 'link') return stored.test(value);
      return value.startsWith('#') || (localName === 'image' && mayShow(value));
    case 'src':
    case 'poster':
    case 'background':
      return mayShow(value);
    default:
      return !/^(fill|stroke|filter|mask|clip-path|cursor|marker.*)$/.test(name) || !/\\|url\s*\((?!\s*["']?#)|image-set|src\s*\(/i.test(value);
  }
}

function styleFaults(element: Element): string[] {
  const css = 'style' in element ? (element.style as CSSStyleDeclaration).cssText : '';
  const sheet = element.localName === 'style' ? (element as HTMLStyleElement).sheet : null;
  return [...cssFaults(css), ...[...(sheet?.cssRules ?? [])].flatMap(ruleFaults)];
}

function ruleFaults(rule: CSSRule): string[] {
  if ('href' in rule) return stored.test(String(rule.href)) ? [] : [rule.cssText];
  // A name for elements of a vocabulary; nothing loads it.
  return 'namespaceURI' in rule ? [] : cssFaults(rule.cssText);
}

/** As the browser writes it out: no escapes, no comments, each address as `url("…")`. */
function cssFaults(css: string): string[] {
  const addresses = [...css.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map(([, address = '']) => address);
  const faults = addresses.filter((address) => !address.startsWith('#') && !mayShow(address));
  // These take an address as a plain string, or from where it cannot be seen.
  for (const [whole] of css.matchAll(/\b(?:image-set|src|image)\((?:[^()]|\([^()]*\))*\)/gi)) {
    const others = whole.replaceAll(/(url|type)\("[^"]*"\)|"(data:,|(\.\.\/)+blobs\/[\w./]+)"/g, '');
    if (/var\(|attr\(|--|"/.test(others)) faults.push(whole);
  }
  if (/expression\s*\(|-moz-binding|behavior\s*:/i.test(css)) faults.push(css);
  return faults;
}
