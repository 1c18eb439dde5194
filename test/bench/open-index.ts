// A process of its own that opens an index, as the app does, and says what that takes: `node open-index.ts PATH QUERY...`

import { openIndex } from '../../main/engine/search/index-store.ts';
import { costOf } from './bench.ts';

const [path = '', ...queries] = process.argv.slice(2);
const ask = (query: string) => index.find({ query, place: 'all', tag: null, sort: query === '' ? 'newest' : 'relevance', offset: 0, limit: 100, typing: false });

const before = process.memoryUsage().rss;
const { value: index, ...opening } = costOf(() => openIndex(path, 'write'));
const firstRows = costOf(() => ask('').rows.length);
const firstSearch = costOf(() => ask(queries[0] ?? '').rows.length);
for (const query of queries) ask(query);
const after = process.memoryUsage();
process.stdout.write(
  JSON.stringify({ openMs: opening.ms, firstRowsMs: opening.ms + firstRows.ms, firstRowsCpuMs: opening.cpuMs + firstRows.cpuMs, firstSearchMs: firstSearch.ms, rssBeforeMb: before / 1e6, rssMb: after.rss / 1e6, heapMb: after.heapUsed / 1e6 }),
);
index.close();
