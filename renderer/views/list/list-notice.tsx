// A line over the list about its answer, where there is something to know: the index is being made, a search was cut short.

import { useStore } from '../../lib/store.ts';
import { listing } from '../../state/listing.ts';
import { useWords } from '../../state/words.ts';

export function ListNotice() {
  const { say } = useWords();
  const { findings, answered } = useStore(listing);
  if (findings.indexing) return <p className="list-notice" role="status">{say('index-growing')}</p>;
  if (findings.partial && answered.query !== '') return <p className="list-notice" role="status">{say('search-partial')}</p>;
  return null;
}
