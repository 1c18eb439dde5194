// What the library has beside the open article that is about the same.

import { indexOfRow } from '../lib/row-windows.ts';
import { listing } from '../state/listing.ts';
import { reader, related } from '../state/reader.ts';
import { ask } from './ask.ts';
import { openArticle } from './reading.ts';
import { chooseNone, chooseOnly } from './selecting.ts';

/** So many have room under an article. */
const most = 3;

/** Asks for them; nothing is shown until they are there, and nothing where there are none. */
export async function loadRelated(id: string): Promise<void> {
  if (related.get().id === id) return;
  related.set({ id, rows: [] });
  const answer = await ask('related', { id, limit: most });
  if (answer.ok && reader.get().id === id) related.set({ id, rows: answer.value });
}

/** The list goes along where it has the article; else nothing stays chosen there, so that no command meets another article. */
export function openRelated(id: string): void {
  const index = indexOfRow(listing.get().windows, id);
  if (index === null) chooseNone();
  else void chooseOnly(index);
  void openArticle(id);
}
