// Writes articles to files of the user's choosing.

import type { ExportFormat } from '../../preload/contract/calls.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { dismissToast, holdToast, showToast } from './toasts.ts';

/** Asks where to, writes, and offers to show the result. Nothing happens when the user thinks better of it. */
export async function exportArticles(ids: readonly string[], format: ExportFormat): Promise<void> {
  const chosen = await askAloud('chooseExport', { ids, format, book: false });
  if (!chosen.ok || chosen.value === null) return;
  const path = chosen.value;
  const { say } = currentWords();
  const running = showToast(say('exporting-toast'));
  holdToast(running);
  const result = await askAloud('export', { ids, format, path });
  dismissToast(running);
  if (!result.ok) return;
  const failed = result.value.find((report) => report.failure !== null)?.failure ?? null;
  if (failed !== null) showToast(currentWords().failure(failed));
  const written = result.value.filter((report) => report.path !== null);
  if (written.length === 0) return;
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const exported = written[0]?.path ?? path;
  const show = { label: say('show'), run: () => void askAloud('showInFolder', { exported }) };
  showToast(say('exported-toast', { name, count: written.length }), show);
}
