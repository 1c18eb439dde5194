// What a document must at least look like to be worked with. Fields that are not named here are let through: those of
// later versions, and those whose absence does no harm. A flipped bit can leave JSON that is well-formed and wrong.

import * as v from 'valibot';
import type { FailureKind } from '../../../preload/contract/result.ts';
import { isId } from '../model/id.ts';

const id = v.pipe(v.string(), v.check(isId));
const textOrNull = v.nullable(v.string());
const count = v.number();
const images = v.looseObject({ found: count, saved: count });
const names = v.array(v.string());

const article = v.looseObject({
  format: v.number(),
  id,
  title: v.string(),
  url: textOrNull,
  byline: textOrNull,
  site: textOrNull,
  language: textOrNull,
  published: textOrNull,
  knownAs: names,
  tags: names,
  words: count,
  state: v.looseObject({ read: v.boolean(), starred: v.boolean(), archived: v.boolean() }),
  savedAt: v.string(),
  deletedAt: textOrNull,
  lead: v.nullable(v.looseObject({ path: textOrNull })),
  captures: v.pipe(v.array(v.looseObject({ id, capturedAt: v.string(), images })), v.minLength(1)),
  shown: id,
});

const selector = v.looseObject({ type: v.string() });
const annotation = v.looseObject({
  id: v.string(),
  body: v.array(v.looseObject({ value: v.string() })),
  target: v.looseObject({ selector: v.array(selector), styleClass: v.string() }),
});
const annotations = v.looseObject({ format: v.number(), items: v.array(annotation) });

const resource = v.looseObject({ url: v.string(), path: textOrNull, sha256: textOrNull, role: v.string(), tried: v.array(v.unknown()) });
const view = v.looseObject({ sha256: v.string() });
const storedPage = v.looseObject({ sha256: v.string(), source: v.string() });
const manifest = v.looseObject({
  captureId: id,
  articleId: id,
  capturedAt: v.string(),
  page: storedPage,
  further: v.optional(v.array(storedPage)),
  resources: v.array(resource),
  lost: v.optional(names),
  views: v.looseObject({ reader: view, original: view }),
});

const searches = v.looseObject({
  format: v.number(),
  items: v.array(
    v.looseObject({
      id: v.string(),
      name: v.string(),
      query: v.string(),
      place: v.picklist(['all', 'unread', 'starred', 'archived', 'trash']),
      tag: textOrNull,
      sort: v.picklist(['relevance', 'newest', 'oldest', 'published', 'title']),
    }),
  ),
});

const library = v.looseObject({ format: v.number(), id: v.string(), name: v.string() });

const place = v.nullable(v.string());
const checkup = v.looseObject({
  damaged: v.array(v.looseObject({ path: v.string(), reason: v.picklist(['missing', 'changed', 'unreadable']), articles: names, lost: v.optional(v.boolean()) })),
  run: v.nullable(v.looseObject({ startedAt: v.string(), after: v.string(), articles: count, files: count })),
  round: v.looseObject({ after: place, sharedAt: place }),
});

const failureKinds = [
  'bad-input', 'unsupported', 'offline', 'insecure', 'refused', 'not-found', 'busy', 'too-large', 'timed-out', 'not-an-article', 'damaged', 'locked',
  'newer-format', 'read-only', 'disk-full', 'in-use', 'no-browser', 'cancelled', 'bug',
] as const satisfies readonly FailureKind[];

const inputs = v.looseObject({
  items: v.array(v.looseObject({
    input: v.string(),
    tags: names,
    mode: v.picklist(['auto', 'static', 'browser']),
    base: textOrNull,
    failure: v.nullable(v.looseObject({ kind: v.picklist(failureKinds), about: v.string(), detail: v.string() })),
  })),
});

export const documentShapes = { article, annotations, manifest, searches, library, checkup, inputs } as const;

/** A document of its kind, as far as can be told. */
export type Shape = (typeof documentShapes)[keyof typeof documentShapes];

export function holds(shape: Shape, document: unknown): boolean {
  return v.is(shape, document);
}
