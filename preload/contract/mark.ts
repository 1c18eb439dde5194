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

/**
 * A picture or a rectangle of it: `xywh=percent:x,y,width,height` (https://www.w3.org/TR/media-frags/), of the whole picture
 * `xywh=percent:0,0,100,100`. https://www.w3.org/TR/annotation-model/#fragment-selector
 */
export interface PictureSelector {
  readonly type: 'FragmentSelector';
  readonly conformsTo: 'http://www.w3.org/TR/media-frags/';
  readonly value: string;
  /** Ours: which picture of the article it is. */
  readonly 'offprint:picture': MarkedPicture;
}

export interface MarkedPicture {
  /** The name of its file: the hash of its bytes, so the same in every view and capture that has the same picture. */
  readonly file: string;
  /** Its alternative text or caption, by which another file of it is known; may be empty. */
  readonly words: string;
  /** How many pictures with this file came before it. */
  readonly nth: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector | PictureSelector;

export const markColors = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type MarkColor = (typeof markColors)[number];

export type ViewName = 'reader' | 'original';

export interface NoteBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/markdown';
  readonly purpose: 'commenting';
}

export interface TagBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly purpose: 'tagging';
}

export type TextualBody = NoteBody | TagBody;

export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  /** `urn:uuid:…` */
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'highlighting' | 'commenting';
  readonly created: string;
  readonly modified: string;
  /** At most one note, and the tags. */
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

/** Where something stands, as it was selected. */
export interface MarkPlace {
  readonly captureId: string;
  readonly view: ViewName;
  readonly selector: readonly Selector[];
}

/** What the window sends to make a mark. */
export interface MarkDraft extends MarkPlace {
  readonly color: MarkColor;
  /** Markdown, or an empty string for a plain highlight. */
  readonly note: string;
}

export function noteOf(annotation: Annotation): string {
  return annotation.body.find(({ purpose }) => purpose === 'commenting')?.value ?? '';
}

export function tagsOf(annotation: Annotation): readonly string[] {
  return annotation.body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);
}

/** The picture that is marked, or null for marked words. */
export function pictureOf(annotation: Annotation): PictureSelector | null {
  return annotation.target.selector.find((selector) => selector.type === 'FragmentSelector') ?? null;
}

/** The marked words in one line; of a picture what it is called, which may be nothing. */
export function wordsOf(annotation: Annotation): string {
  const words = quoteOf(annotation)?.exact ?? pictureOf(annotation)?.['offprint:picture'].words ?? '';
  return words.replace(/\s+/g, ' ').trim();
}

export function quoteOf(annotation: Annotation): TextQuoteSelector | null {
  return annotation.target.selector.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
}

export function positionOf(annotation: Annotation): TextPositionSelector | null {
  return annotation.target.selector.find((selector) => selector.type === 'TextPositionSelector') ?? null;
}
