// Marks as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), the form they have on disk and in exports.

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Ours; absent in what others wrote. */
  readonly 'offprint:occurrence'?: Occurrence;
}

/** Which of the places it was that had these words when they were marked. */
export interface Occurrence {
  readonly nth: number;
  readonly of: number;
  /** The sides of the quote that no other of these places has, each by itself. */
  readonly told: 'both' | 'prefix' | 'suffix' | 'neither';
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector: UTF-16 units in the view's text, end exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

export const markColors = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type MarkColor = (typeof markColors)[number];

export type ViewName = 'reader' | 'original';

export interface TextualBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/markdown';
  readonly purpose: 'commenting';
}

export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  /** `urn:uuid:…` */
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'highlighting' | 'commenting';
  readonly created: string;
  readonly modified: string;
  /** At most one: the note. */
  readonly body: readonly TextualBody[];
  readonly target: {
    /** The article's URL, or `urn:offprint:article:ID` where it has none. */
    readonly source: string;
    readonly selector: readonly Selector[];
    /** The mark's colour. */
    readonly styleClass: MarkColor;
    /** Where it was made. Ours; other readers may ignore it. */
    readonly 'offprint:capture': string;
    readonly 'offprint:view': ViewName;
  };
}

/** What the window sends to make a mark. */
export interface MarkDraft {
  readonly captureId: string;
  readonly view: ViewName;
  readonly selector: readonly Selector[];
  readonly color: MarkColor;
  /** Markdown, or an empty string for a plain highlight. */
  readonly note: string;
}

export function noteOf(annotation: Annotation): string {
  return annotation.body[0]?.value ?? '';
}

export function quoteOf(annotation: Annotation): TextQuoteSelector | null {
  return annotation.target.selector.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
}

export function positionOf(annotation: Annotation): TextPositionSelector | null {
  return annotation.target.selector.find((selector) => selector.type === 'TextPositionSelector') ?? null;
}
