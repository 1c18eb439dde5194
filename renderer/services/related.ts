// What the library has beside the open article that is about the same.

import { reader, related } from '../state/reader.ts';
import { ask } from './ask.ts';
import { openArticle } from './reading.ts';
import { chooseArticle } from './selecting.ts';

/** So many have room under an article. */
const most = 3;

/** Asks for them; nothing is shown until they are there, and nothing where there are none. */
export async function loadRelated(id: string): Promise<void> {
  if (related.get().id === id) return;
  related.set({ id, rows: [] });
  const answer = await ask('related', { id, limit: most });
  if (answer.ok && reader.get().id === id) related.set({ id, rows: answer.value });
}

export function openRelated(id: string): void {
  chooseArticle(id);
  void openArticle(id);
}
