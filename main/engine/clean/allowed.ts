// The allow-list: elements and attributes that a stored page may have. What is not named here does not come in.

/** Elements of the reader view. */
const readerElements =
  'html head body a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
  'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q rb rp rt rtc ruby s samp section small source span strong ' +
  'sub summary sup table tbody td tfoot th thead time tr u ul var video audio wbr center nav';

/** More that a page in its own look needs. Forms are shown, and do nothing. */
const originalElements = 'title style link meta button input select option optgroup textarea label fieldset legend form font big tt strike nobr meter progress output dialog menu hgroup search map area template slot';

/** SVG that draws; no script, no animation, nothing foreign. */
const svgElements =
  'svg a style g path rect circle ellipse line polyline polygon text tspan textPath defs linearGradient radialGradient stop clipPath mask pattern symbol use ' +
  'title desc image marker filter feGaussianBlur feOffset feBlend feColorMatrix feMerge feMergeNode feFlood feComposite';

/** Presentation MathML (MathML Core); no `annotation-xml`, no `maction`. */
const mathElements =
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd semantics annotation';

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

const htmlElements = { reader: set(readerElements), original: set(`${readerElements} ${originalElements}`) } as const;
/** A name means what it means in its own vocabulary: a `textarea` in a drawing is none, and a parser that thinks otherwise reads another page. */
const drawnElements: Readonly<Record<string, ReadonlySet<string>>> = {
  'http://www.w3.org/2000/svg': set(svgElements),
  'http://www.w3.org/1998/Math/MathML': set(mathElements),
};

export function isAllowedElement(name: string, namespace: string | undefined, view: 'reader' | 'original'): boolean {
  // Styles are for the page in its own look.
  if (name === 'style' && view === 'reader') return false;
  const drawn = drawnElements[namespace ?? ''];
  if (drawn !== undefined) return drawn.has(name);
  return htmlElements[view].has(name) || (view === 'original' && isCustomElement(name));
}

/** Dropped with all that is in them; other elements that are not allowed give way to their contents. */
export const droppedWhole = set(
  'script noscript iframe frame frameset noframes object embed applet param base portal fencedframe canvas foreignObject ' +
    'animate animateMotion animateTransform set handler listener annotation-xml plaintext xmp listing noembed',
);

const everywhere = set('id class lang dir title alt width height colspan rowspan headers scope span start reversed value type datetime cite align valign role hidden open abbr label');
const originalOnly = set(
  'style bgcolor color face size border cellpadding cellspacing nowrap background rel media charset name content placeholder checked selected disabled multiple rows cols for min max low high optimum hspace vspace clear noshade tabindex usemap shape coords slot part exportparts frameborder',
);
const links = set('href src poster xlink:href');
const media = set('controls loop muted preload playsinline');
const svg = set(
  'viewBox preserveAspectRatio d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy points transform fill fill-rule fill-opacity stroke stroke-width stroke-linecap ' +
    'stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity stroke-miterlimit opacity clip-path clip-rule mask offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform patternUnits patternTransform patternContentUnits clipPathUnits maskUnits maskContentUnits spreadMethod ' +
    'font-size font-family font-weight font-style text-anchor dominant-baseline letter-spacing textLength lengthAdjust startOffset rotate ' +
    'xmlns xmlns:xlink version markerWidth markerHeight markerUnits refX refY orient marker-start marker-mid marker-end filter stdDeviation in in2 result mode ' +
    'values operator k1 k2 k3 k4 flood-color flood-opacity color-interpolation-filters visibility display overflow vector-effect paint-order',
);
const math = set(
  'mathvariant mathsize mathcolor mathbackground displaystyle scriptlevel stretchy fence separator lspace rspace symmetric maxsize minsize largeop movablelimits accent accentunder linethickness depth voffset lquote rquote display encoding columnalign rowalign columnspan rowspacing columnspacing',
);

/** Presentation attributes may name a filter or a gradient by `url(#…)`: checked where they are cleaned. */
export function isAllowedAttribute(name: string, element: string, view: 'reader' | 'original'): boolean {
  if (everywhere.has(name) || links.has(name)) return true;
  // Ours: the address of a picture that is missing, on the note in its place. Nothing loads it.
  if (name.startsWith('aria-') || name === 'data-offprint-missing') return true;
  // Without scripts these only let a style find its element.
  if (view === 'original' && (/^(data-(?!offprint)|_ng(host|content)-)/.test(name) || (isCustomElement(element) && /^(?!on|is$|data-offprint-(?!root$))[a-z][a-z0-9-]*$/.test(name)))) return true;
  if (element === 'video' || element === 'audio') return media.has(name) || (view === 'original' && originalOnly.has(name));
  if (view === 'original' && originalOnly.has(name)) return true;
  return svg.has(name) || math.has(name);
}

export function isCustomElement(name: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name);
}
