// Puts back what is damaged of an article, and says what came of it.

import type { MendReport } from '../../preload/contract/calls.ts';
import { mending } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { refreshArticle } from './reading.ts';
import { showProblem, showToast } from './toasts.ts';

export async function mendArticle(id: string): Promise<void> {
  mending.set(new Set([...mending.get(), id]));
  const result = await askAloud('mend', { ids: [id], from: null });
  mending.set(new Set([...mending.get()].filter((other) => other !== id)));
  if (!result.ok) return;
  tell(result.value);
  await refreshArticle();
}

function tell({ mended, left }: MendReport): void {
  const { say } = currentWords();
  const later = new Set(mended.filter(({ by }) => by === 'later').map(({ path }) => path));
  // What a further capture has is not lost to the reader.
  const lost = left.filter(({ path }) => !later.has(path)).length;
  if (lost === 0) showToast(say(later.size > 0 ? 'mended-later' : 'mended-all'));
  else if (mended.length > 0) showToast(say('mended-some', { count: lost }));
  else showProblem(say('mended-none'));
}
