// What the argument of each call must look like when it comes from outside: one line a call, complete by type.
// The bounded words that the lines use stand in check-parts.ts.

import * as v from 'valibot';
import { exportFormats, marksFormats, type CallName, type RequestOf } from './calls.ts';
import {
  annotation,
  color,
  count,
  id,
  idAnd,
  ids,
  input,
  inputs,
  markDraft,
  markId,
  markPlace,
  none,
  note,
  path,
  printSettings,
  query,
  quote,
  selectorsOrNone,
  settingsChange,
  tag,
  tags,
  text,
  url,
} from './check-parts.ts';
import { fail, ok, type Result } from './result.ts';

const flag = v.exactOptional(v.boolean());
const format = v.picklist(exportFormats);

const marksFormat = v.picklist(marksFormats);
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)));
const notebookFilter = { query, color: v.nullable(color), tag: v.nullable(tag), site: v.nullable(text(0, 500)), from: day, to: day };

const question = {
  query,
  place: v.picklist(['all', 'unread', 'starred', 'archived', 'trash']),
  tag: v.nullable(tag),
  typing: v.boolean(),
};

const sort = v.picklist(['relevance', 'newest', 'oldest', 'published', 'title']);
const find = v.strictObject({
  ...question,
  sort,
  offset: count,
  limit: v.pipe(count, v.maxValue(500)),
  exact: flag,
});

const saveMode = v.picklist(['auto', 'static', 'browser']);
const save = v.strictObject({
  inputs,
  tags,
  mode: saveMode,
  base: v.nullable(url),
});

const checks: { readonly [K in CallName]: v.GenericSchema<unknown, RequestOf<K>> } = {
  library: none,
  find,
  facets: v.strictObject(question),
  allIds: v.strictObject({ ...question, sort }),
  savedSearches: none,
  putSearch: v.strictObject({
    search: v.strictObject({ id: v.nullable(id), name: text(1, 500), query, place: question.place, tag: question.tag, sort }),
    at: v.nullable(count),
  }),
  removeSearch: idAnd({}),
  findInText: v.strictObject({ query, typing: v.boolean(), text: text(0, 20_000_000) }),
  related: idAnd({ limit: v.pipe(count, v.maxValue(50)) }),
  counts: none,
  article: idAnd({}),
  text: idAnd({ captureId: v.nullable(id), format: v.picklist(['text', 'markdown']) }),
  save,
  recapture: idAnd({ mode: v.exactOptional(saveMode) }),
  retryMissing: idAnd({ captureId: v.nullable(id), urls: v.nullable(v.pipe(v.array(url), v.maxLength(20_000))) }),
  chooseCapture: idAnd({ captureId: id }),
  diff: idAnd({ from: v.nullable(id), to: v.nullable(id) }),
  jobs: none,
  cancelJob: v.strictObject({ jobId: id }),
  dismissJobs: v.strictObject({ jobId: v.nullable(id) }),
  setState: v.strictObject({ ids, read: flag, starred: flag, archived: flag }),
  keepProgress: idAnd({ progress: v.strictObject({ read: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), selector: selectorsOrNone }) }),
  setTags: v.strictObject({ ids, add: tags, remove: tags }),
  delete: v.strictObject({ ids }),
  restore: v.strictObject({ ids }),
  purge: v.strictObject({ ids: v.nullable(ids) }),
  marks: idAnd({}),
  addMark: idAnd({ draft: markDraft }),
  quoteMark: idAnd({ quote, prefix: quote, suffix: quote, note, color }),
  editMark: idAnd({
    markId,
    note: v.exactOptional(note),
    color: v.exactOptional(color),
    tags: v.exactOptional(tags),
    place: v.exactOptional(markPlace),
  }),
  removeMark: idAnd({ markId }),
  putMark: idAnd({ mark: annotation }),
  notebook: v.strictObject({ ...notebookFilter, offset: count, limit: v.pipe(count, v.maxValue(500)) }),
  exportMarks: v.strictObject({
    which: v.union([idAnd({}), v.strictObject({ filter: v.strictObject(notebookFilter) })]),
    format: marksFormat,
    path,
  }),
  importMarks: v.union([v.strictObject({ path }), v.strictObject({ text: text(0, 100_000_000) })]),
  allMarks: none,
  export: v.strictObject({ ids, format, path, print: v.exactOptional(printSettings) }),
  verify: none,
  mend: v.strictObject({ ids: v.nullable(ids), from: v.nullable(path) }),
  backup: v.strictObject({ path }),
  reindex: none,
  doctor: none,
  extract: v.strictObject({ input, base: v.nullable(url) }),
  environment: none,
  settings: none,
  setSettings: v.strictObject({ change: settingsChange }),
  chooseLibrary: none,
  openLibrary: v.strictObject({ path }),
  chooseFiles: none,
  chooseExport: v.strictObject({ ids: v.pipe(ids, v.minLength(1)), format, book: v.boolean() }),
  chooseMarksFile: v.strictObject({ title: text(0, 2_000), format: marksFormat }),
  openExternal: v.strictObject({ url }),
  showInFolder: v.union([idAnd({}), v.strictObject({ exported: path })]),
  copyText: v.strictObject({ text: text(0, 20_000_000) }),
};

/** The request as its call takes it, or `bad-input` that names the call and the field which is wrong. */
export function checkRequest<K extends CallName>(name: K, value: unknown): Result<RequestOf<K>> {
  const checked = v.safeParse(checks[name], value, { abortEarly: true });
  if (checked.success) return ok(checked.output);
  const [issue] = checked.issues;
  const field = v.getDotPath(issue);
  return fail('bad-input', field === null ? name : `${name}.${field}`, issue.message.slice(0, 200));
}
