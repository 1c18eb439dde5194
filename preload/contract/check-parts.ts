// The bounded words that the checks of the calls are made of (checks.ts). Bounds are far above what a user does, and
// low enough that one call cannot fill the memory.

import * as v from 'valibot';
import { markColors, type Annotation, type MarkDraft, type MarkPlace, type Selector } from './mark.ts';
import { locales } from './messages/locale.ts';
import { marginNames, paperNames, typeSizes, type PrintSettings } from './print-settings.ts';
import { mediaSizes, papers, type Settings } from './settings.ts';

/** Ids of articles, captures and jobs: safe as file names and in addresses. */
export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
export const ids = v.pipe(v.array(id), v.maxLength(200_000));
export const markId = text(1, 2_048);
export const path = v.pipe(text(1, 32_767), v.excludes('\0'));
export const url = text(1, 100_000);
/** A link or a path, as the user gave it. */
export const input = v.pipe(text(1, 100_000), v.excludes('\0'));
export const inputs = v.pipe(v.array(input), v.minLength(1), v.maxLength(10_000));
export const tag = text(1, 200);
export const tags = v.pipe(v.array(tag), v.maxLength(200));
/** What is beyond the length that the language reads is an odd part, not an error. */
export const query = text(0, 1_000_000);
export const note = text(0, 200_000);
export const quote = text(0, 2_000_000);
export const color = v.picklist(markColors);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const none = v.strictObject({});

export function text(least: number, most: number) {
  return v.pipe(v.string(), v.minLength(least), v.maxLength(most));
}

export function idAnd<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject({ id, ...entries });
}

const context = text(0, 2_000);
const occurrence = v.strictObject({ nth: count, of: count, told: v.picklist(['both', 'prefix', 'suffix', 'neither']) });
const picture = v.strictObject({ file: text(1, 300), words: text(0, 2_000), nth: count });
const selector: v.GenericSchema<unknown, Selector> = v.variant('type', [
  v.strictObject({ type: v.literal('TextQuoteSelector'), exact: quote, prefix: context, suffix: context, 'offprint:occurrence': v.exactOptional(occurrence) }),
  v.strictObject({ type: v.literal('TextPositionSelector'), start: count, end: count }),
  v.strictObject({
    type: v.literal('FragmentSelector'),
    conformsTo: v.literal('http://www.w3.org/TR/media-frags/'),
    value: v.pipe(v.string(), v.regex(/^xywh=percent:\d{1,3}(\.\d{1,6})?(,\d{1,3}(\.\d{1,6})?){3}$/)),
    'offprint:picture': picture,
  }),
]);
const selectors = v.pipe(v.array(selector), v.minLength(1), v.maxLength(8));
export const selectorsOrNone = v.pipe(v.array(selector), v.maxLength(8));
const view = v.picklist(['reader', 'original']);

const placeParts = { captureId: id, view, selector: selectors };
export const markPlace: v.GenericSchema<unknown, MarkPlace> = v.strictObject(placeParts);
export const markDraft: v.GenericSchema<unknown, MarkDraft> = v.strictObject({ ...placeParts, color, note });

/** Loose, because a mark that comes back (undo) keeps the fields which another program gave it. */
export const annotation: v.GenericSchema<unknown, Annotation> = v.looseObject({
  '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
  id: markId,
  type: v.literal('Annotation'),
  motivation: v.picklist(['highlighting', 'commenting']),
  created: text(1, 64),
  modified: text(1, 64),
  body: v.pipe(
    v.array(
      v.variant('purpose', [
        v.looseObject({ type: v.literal('TextualBody'), value: note, format: v.literal('text/markdown'), purpose: v.literal('commenting') }),
        v.looseObject({ type: v.literal('TextualBody'), value: tag, purpose: v.literal('tagging') }),
      ]),
    ),
    v.maxLength(201),
  ),
  target: v.looseObject({
    source: url,
    selector: selectors,
    styleClass: color,
    'offprint:capture': id,
    'offprint:view': view,
  }),
});

export const printSettings: v.GenericSchema<unknown, PrintSettings> = v.strictObject({
  paper: v.picklist(paperNames),
  landscape: v.boolean(),
  margins: v.picklist(marginNames),
  typeSize: v.pipe(v.number(), v.minValue(typeSizes.least), v.maxValue(typeSizes.most)),
  columns: v.picklist([1, 2]),
  onePage: v.boolean(),
  book: v.boolean(),
  notes: v.boolean(),
  attach: v.boolean(),
  author: text(0, 200),
});

const proxyUrl = v.pipe(v.string(), v.maxLength(2_048), v.regex(/^(https?|socks5h?):\/\/[^\s/]+\/?$/));

/** Also reads the settings file: one line a setting, complete by type. */
export const settingChecks: { readonly [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  appearance: v.picklist(['system', 'light', 'dark']),
  locale: v.nullable(v.picklist(locales)),
  proxy: v.union([v.picklist(['system', 'none']), proxyUrl]),
  readerSize: v.pipe(v.number(), v.minValue(14), v.maxValue(28)),
  readerWidth: v.pipe(v.number(), v.minValue(28), v.maxValue(48)),
  readerFont: v.picklist(['serif', 'sans']),
  readerHan: v.picklist(['font', 'songti', 'heiti']),
  readerPaper: v.picklist(papers),
  print: printSettings,
  pages: v.picklist(['auto', 'browser']),
  recentSearches: v.pipe(v.array(text(1, 1_000)), v.maxLength(50)),
  mediaMb: v.picklist(mediaSizes),
  wayback: v.boolean(),
};

export const settingsChange = v.strictObject({
  appearance: v.exactOptional(settingChecks.appearance),
  locale: v.exactOptional(settingChecks.locale),
  proxy: v.exactOptional(settingChecks.proxy),
  readerSize: v.exactOptional(settingChecks.readerSize),
  readerWidth: v.exactOptional(settingChecks.readerWidth),
  readerFont: v.exactOptional(settingChecks.readerFont),
  readerHan: v.exactOptional(settingChecks.readerHan),
  readerPaper: v.exactOptional(settingChecks.readerPaper),
  print: v.exactOptional(settingChecks.print),
  pages: v.exactOptional(settingChecks.pages),
  recentSearches: v.exactOptional(settingChecks.recentSearches),
  mediaMb: v.exactOptional(settingChecks.mediaMb),
  wayback: v.exactOptional(settingChecks.wayback),
});
