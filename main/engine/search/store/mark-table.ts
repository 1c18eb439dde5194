// The marks of all articles, for the notebook: written with their article, found by any run of characters in what they say.

import type { ArticleRow } from '../../../../preload/contract/article.ts';
import type { NotebookAnswer, NotebookEntry, NotebookFilter, NotebookRequest } from '../../../../preload/contract/calls.ts';
import { noteOf, positionOf, tagsOf, wordsOf, type Annotation } from '../../../../preload/contract/mark.ts';
import type { Database } from './database.ts';
import { flag } from './flags.ts';
import { unpackRow } from './packed-row.ts';
import { foldName } from '../text/tokens.ts';

type Row = Pick<ArticleRow, 'title' | 'site' | 'url'>;

export const emptyNotebook: NotebookAnswer = { total: 0, articles: 0, tookMs: 0, entries: [], facets: { colors: [], tags: [], sites: [] } };

/** Longer ones are found by their beginning. */
const longestSearched = 20_000;

/** In place of those that the article had. The transaction is the caller's. */
export function writeMarks(database: Database, doc: number, row: Row, marks: readonly Annotation[]): void {
  for (const table of ['mark', 'mark_tag']) database.run(`DELETE FROM ${table} WHERE doc = ?`, doc);
  const ordered = marks.toSorted((one, other) => (positionOf(one)?.start ?? 0) - (positionOf(other)?.start ?? 0));
  for (const [place, mark] of ordered.entries()) {
    const tags = tagsOf(mark);
    const words = foldName([wordsOf(mark), noteOf(mark), ...tags, row.title].join('\n').slice(0, longestSearched));
    database.run(
      'INSERT INTO mark (doc, place, made, color, site, words, annotation) VALUES (?, ?, ?, ?, ?, ?, ?)',
      doc, place, mark.created, mark.target.styleClass, row.site ?? '', words, JSON.stringify(mark),
    );
    for (const tag of new Set(tags)) database.run('INSERT INTO mark_tag (tag, doc, place) VALUES (?, ?, ?)', tag, doc, place);
  }
}

export function readMarks(database: Database, doc: number): readonly Annotation[] {
  return database.all<{ annotation: string }>('SELECT annotation FROM mark WHERE doc = ? ORDER BY place', doc).map(({ annotation }) => JSON.parse(annotation) as Annotation);
}

const inUse = `state.flags & ${String(flag.trashed)} = 0`;
const from = 'FROM mark JOIN state USING (doc)';

export function findMarks(database: Database, request: NotebookRequest): NotebookAnswer {
  const started = performance.now();
  const { where, values } = conditionsOf(request);
  const count = database.one<{ total: number; articles: number }>(`SELECT count(*) AS total, count(DISTINCT mark.doc) AS articles ${from} WHERE ${where}`, ...values);
  const rows = database.all<{ annotation: string; row: string }>(
    `SELECT found.annotation, shown.row FROM (
       SELECT mark.doc, mark.place, mark.annotation, max(mark.made) OVER (PARTITION BY mark.doc) AS latest ${from} WHERE ${where}
       ORDER BY latest DESC, mark.doc DESC, mark.place LIMIT ? OFFSET ?
     ) AS found JOIN shown USING (doc) ORDER BY found.latest DESC, found.doc DESC, found.place`,
    ...values, Math.min(Math.max(0, request.limit), 500), request.offset,
  );
  const entries = rows.map(({ annotation, row }): NotebookEntry => {
    const { id, title, site, url } = unpackRow(row);
    return { article: { id, title, site, url }, mark: JSON.parse(annotation) as Annotation };
  });
  const tookMs = Math.round((performance.now() - started) * 100) / 100;
  return { total: count?.total ?? 0, articles: count?.articles ?? 0, tookMs, entries, facets: facetsOf(database) };
}

function conditionsOf({ query, color, tag, site, from: first, to: last }: NotebookFilter): { where: string; values: readonly (string | number)[] } {
  const parts: [string, ...string[]][] = [[inUse]];
  for (const word of query.split(/\s+/).map(foldName)) if (word !== '') parts.push(['instr(mark.words, ?) > 0', word]);
  if (color !== null) parts.push(['mark.color = ?', color]);
  if (site !== null) parts.push(['mark.site = ?', site]);
  if (tag !== null) parts.push(['EXISTS (SELECT 1 FROM mark_tag WHERE mark_tag.tag = ? AND mark_tag.doc = mark.doc AND mark_tag.place = mark.place)', tag]);
  // Days, as the user's clock has them, are compared with the beginning of a time in UTC.
  if (first !== null) parts.push(['substr(mark.made, 1, 10) >= ?', first]);
  if (last !== null) parts.push(['substr(mark.made, 1, 10) <= ?', last]);
  return { where: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, ...values]) => values) };
}

/** Of all marks, whatever is asked for: what a filter can be changed to. */
function facetsOf(database: Database): NotebookAnswer['facets'] {
  type Facets = NotebookAnswer['facets'];
  const colors = database.all<Facets['colors'][number]>(`SELECT mark.color, count(*) AS count ${from} WHERE ${inUse} GROUP BY mark.color ORDER BY count DESC`);
  const sites = database.all<Facets['sites'][number]>(`SELECT mark.site, count(*) AS count ${from} WHERE ${inUse} AND mark.site <> '' GROUP BY mark.site ORDER BY count DESC, mark.site LIMIT 200`);
  const tags = database.all<Facets['tags'][number]>(
    `SELECT mark_tag.tag, count(*) AS count FROM mark_tag JOIN state USING (doc) WHERE ${inUse} GROUP BY mark_tag.tag ORDER BY count DESC, mark_tag.tag LIMIT 500`,
  );
  return { colors: colors.map((one) => ({ ...one })), tags: tags.map((one) => ({ ...one })), sites: sites.map((one) => ({ ...one })) };
}

/** Marks go with their article when it is put in again under another number. */
export function moveMarks(database: Database, before: number, to: number): void {
  for (const table of ['mark', 'mark_tag']) database.run(`UPDATE ${table} SET doc = ? WHERE doc = ?`, to, before);
}
