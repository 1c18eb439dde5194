// A bridge over articles in memory: what the window sees while there is no main side. For looking only.

import type { ArticleRow, ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { Api, FindAnswer, FindRequest, JobView } from '../../../preload/contract/calls.ts';
import type { Topic, WindowEvent } from '../../../preload/contract/events.ts';
import type { Annotation, MarkColor, Selector } from '../../../preload/contract/mark.ts';
import { localeFor } from '../../../preload/contract/messages/locale.ts';
import { fail, ok, type Failure } from '../../../preload/contract/result.ts';
import { defaultSettings, type Settings } from '../../../preload/contract/settings.ts';
import { previewArticles, type PreviewArticle } from './preview-articles.ts';
import { previewJobs } from './preview-jobs.ts';

const noReport = 'the preview saves nothing';

export function createPreviewBridge(wish: URLSearchParams): Bridge {
  const kind = wish.get('library');
  const listeners = new Set<(event: WindowEvent) => void>();
  const changed = (topic: Topic): void => listeners.forEach((listener) => listener({ type: 'changed', topic }));
  let articles = kind === 'empty' ? [] : kind === 'large' ? many(100_000) : [...previewArticles];
  let jobs: readonly JobView[] = wish.has('jobs') ? previewJobs : [];
  let settings: Settings = { ...defaultSettings, ...settingsOf(wish) };
  const marks = new Map<string, Annotation[]>([['article-0', firstMarks()]]);
  const path = '/Users/ines/Documents/Offprint Library';
  const problem: Failure | null = kind === 'problem' ? { kind: 'locked', about: path, detail: 'host harbour, process 4211' } : null;

  const change = (ids: readonly string[], patch: (row: ArticleRow) => ArticleRow): readonly string[] => {
    articles = articles.map((one) => (ids.includes(one.row.id) ? { ...one, row: patch(one.row) } : one));
    changed('articles');
    return ids;
  };
  const remark = (id: string, list: Annotation[]): void => {
    marks.set(id, list);
    changed('marks');
  };
  const markOf = (id: string, markId: string): Annotation | undefined => marks.get(id)?.find((mark) => mark.id === markId);

  const calls: Partial<Api> = {
    environment: async () => ok({ platform: 'linux', version: '0.1.0', locale: 'en-GB', libraryPath: path, problem }),
    library: async () => ok({ id: 'preview', name: 'Offprint Library', path, readOnly: false, articles: articles.length }),
    settings: async () => ok(settings),
    setSettings: async (request) => {
      settings = { ...settings, ...request.change };
      return ok(settings);
    },
    find: async (request) => ok(find(articles, request)),
    counts: async () => ok(count(articles)),
    article: async ({ id }) => {
      const found = articles.find(({ row }) => row.id === id);
      return found === undefined ? fail('not-found', id) : ok(viewOf(found));
    },
    jobs: async () => ok(jobs),
    dismissJobs: async ({ jobId }) => {
      jobs = jobId === null ? [] : jobs.filter((job) => job.id !== jobId);
      return ok(null);
    },
    setState: async ({ ids, ...state }) => ok(change(ids, (row) => ({ ...row, ...state }))),
    setTags: async ({ ids, add, remove }) =>
      ok(change(ids, (row) => ({ ...row, tags: [...new Set([...row.tags.filter((tag) => !remove.includes(tag)), ...add])] }))),
    delete: async ({ ids }) => ok((change(ids, (row) => ({ ...row, deletedAt: new Date().toISOString() })), null)),
    restore: async ({ ids }) => ok((change(ids, (row) => ({ ...row, deletedAt: null })), null)),
    purge: async ({ ids }) => {
      const before = articles.length;
      articles = articles.filter(({ row }) => row.deletedAt === null || (ids !== null && !ids.includes(row.id)));
      changed('articles');
      return ok(before - articles.length);
    },
    marks: async ({ id }) => ok(marks.get(id) ?? []),
    addMark: async ({ id, draft }) => {
      const mark = annotation(draft.selector, draft.color, draft.note);
      remark(id, [...(marks.get(id) ?? []), mark]);
      return ok(mark);
    },
    editMark: async ({ id, markId, note, color }) => {
      const mark = markOf(id, markId);
      if (mark === undefined) return fail('not-found', markId);
      const edited = annotation(mark.target.selector, color ?? mark.target.styleClass, note ?? mark.body[0]?.value ?? '', mark.id);
      remark(id, (marks.get(id) ?? []).map((one) => (one.id === markId ? edited : one)));
      return ok(edited);
    },
    removeMark: async ({ id, markId }) => {
      const mark = markOf(id, markId);
      if (mark === undefined) return fail('not-found', markId);
      remark(id, (marks.get(id) ?? []).filter((one) => one.id !== markId));
      return ok(mark);
    },
    putMark: async ({ id, mark }) => {
      remark(id, [...(marks.get(id) ?? []), mark]);
      return ok(mark);
    },
    copyText: async () => ok(null),
    openExternal: async () => ok(null),
    chooseFiles: async () => ok([]),
  };
  const missing = async () => fail('unsupported', noReport);
  return {
    calls: new Proxy(calls, { get: (target, name) => Reflect.get(target, name) ?? missing }) as Api,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pathsOf: (files) => files.map((file) => `/dropped/${(file as File).name}`),
  };
}

function settingsOf(wish: URLSearchParams): Partial<Settings> {
  const appearance = wish.get('appearance') === 'dark' ? 'dark' : 'light';
  const locale = wish.get('locale');
  return { appearance, ...(locale === null ? {} : { locale: localeFor(locale) }) };
}

function many(length: number): PreviewArticle[] {
  return Array.from({ length }, (_unused, place) => {
    const base = previewArticles[place % 12] ?? previewArticles[0];
    if (base === undefined) throw new Error('the preview has no articles');
    return { ...base, row: { ...base.row, id: `many-${place}`, title: `${place + 1}. ${base.row.title}` } };
  });
}

function inPlace(row: ArticleRow, { place, tag, query }: Pick<FindRequest, 'place' | 'tag' | 'query'>): boolean {
  if ((row.deletedAt !== null) !== (place === 'trash')) return false;
  if (tag !== null && !row.tags.includes(tag)) return false;
  const text = `${row.title} ${row.snippet.map((passage) => passage.text).join('')}`.toLowerCase();
  if (query !== '') return text.includes(query.toLowerCase());
  if (place === 'unread') return !row.read;
  if (place === 'starred') return row.starred;
  return place === 'trash' || row.archived === (place === 'archived');
}

function find(articles: readonly PreviewArticle[], request: FindRequest): FindAnswer {
  const rows = articles.map(({ row }) => row).filter((row) => inPlace(row, request));
  const shown = rows.slice(request.offset, request.offset + request.limit).map((row) => ({ ...row, snippet: passages(row, request.query) }));
  return { total: rows.length, tookMs: 2.4, rows: shown, exact: true, partial: false, sort: request.sort, odd: [], didYouMean: null, indexing: false };
}

function passages(row: ArticleRow, query: string): ArticleRow['snippet'] {
  const text = row.snippet[0]?.text ?? '';
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return row.snippet;
  const from = Math.max(0, at - 24);
  return [
    { text: (from > 0 ? '…' : '') + text.slice(from, at), marked: false },
    { text: text.slice(at, at + query.length), marked: true },
    { text: text.slice(at + query.length), marked: false },
  ];
}

function count(articles: readonly PreviewArticle[]) {
  const of = (place: FindRequest['place']) => articles.filter(({ row }) => inPlace(row, { place, tag: null, query: '' })).length;
  const tags = new Map<string, number>();
  for (const tag of articles.flatMap(({ row }) => row.tags)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return {
    all: of('all'),
    unread: of('unread'),
    starred: of('starred'),
    archived: of('archived'),
    trash: of('trash'),
    tags: [...tags].map(([tag, n]) => ({ tag, count: n })).sort((a, b) => b.count - a.count),
  };
}

function viewOf({ row, subtitle }: PreviewArticle): ArticleView {
  const number = row.id.startsWith('many-') ? Number(row.id.slice(5)) % 12 : Number(row.id.slice(8));
  const first = capture(row, number, 'first', row.savedAt);
  const again = capture(row, number, 'again', new Date(Date.parse(row.savedAt) + 300_000).toISOString());
  return { ...row, subtitle, section: null, modified: null, captures: number === 0 ? [first, again] : [first], shown: number === 0 ? 'again' : 'first', readingMinutes: 6, damage: [], progress: null };
}

function capture(row: ArticleRow, number: number, id: string, capturedAt: string): CaptureView {
  const lacking = row.images.found - row.images.saved;
  return {
    id,
    capturedAt,
    url: row.url,
    mode: 'static',
    images: row.images,
    missing: Array.from({ length: lacking }, (_unused, place) => ({
      url: `https://pictures.example/2026/harbour-${place + 1}.jpeg`,
      role: 'image' as const,
      reason: 'HTTP 403',
      tried: [
        { rung: 'no-referer', answer: 'HTTP 403' },
        { rung: 'article-referer', answer: 'HTTP 403' },
      ],
    })),
    offline: { decoded: row.images.saved, broken: 0, leaks: [] },
    words: row.words,
    worse: null,
    completes: null,
    reader: `articles/2026/${number}/captures/${id}/reader.html`,
    original: `articles/2026/${number}/captures/${id}/original.html`,
    sourceSha256: '0'.repeat(64),
  };
}

function annotation(selector: readonly Selector[], color: MarkColor, note: string, id = `urn:uuid:${crypto.randomUUID()}`): Annotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: '2026-11-20T10:00:00Z',
    modified: '2026-11-20T10:00:00Z',
    body: note === '' ? [] : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }],
    target: { source: 'https://www.example.org/0/story.html', selector, styleClass: color, 'offprint:capture': 'again', 'offprint:view': 'reader' },
  };
}

function quote(exact: string): readonly Selector[] {
  return [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
}

function firstMarks(): Annotation[] {
  return [
    annotation(quote('the pond behind the wall begins its slow argument with the sea'), 'yellow', ''),
    annotation(quote('fifty minutes later each day, a week of nights and then a week of mornings'), 'blue', 'The lunar day is 24 h 50 min. Check the tables for 1956.'),
    annotation(quote('a sentence that the second edition struck out'), 'pink', 'Was in the first capture.'),
  ];
}
