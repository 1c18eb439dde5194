// Writes articles to files of the user's choosing.

import type { ExportFormat } from '../../preload/contract/calls.ts';
import { session } from '../state/session.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { dismissToast, holdToast, showToast } from './toasts.ts';

/** Asks where to, writes, and offers to show the result. Nothing happens when the user thinks better of it. */
export async function exportArticles(ids: readonly string[], format: ExportFormat): Promise<void> {
  const { print } = session.get().settings;
  const chosen = await askAloud('chooseExport', { ids, format, book: format === 'pdf' && print.book });
  if (!chosen.ok || chosen.value === null) return;
  const path = chosen.value;
  const { say } = currentWords();
  const running = showToast(say('exporting-toast'));
  holdToast(running);
  const result = await askAloud('export', { ids, format, path, print });
  dismissToast(running);
  if (!result.ok) return;
  const failed = result.value.find((report) => report.failure !== null)?.failure ?? null;
  if (failed !== null) showToast(currentWords().failure(failed));
  const written = new Set(result.value.map((report) => report.path).filter((one) => one !== null));
  const [exported] = written;
  if (exported === undefined) return;
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const show = { label: say('show'), run: () => void askAloud('showInFolder', { exported }) };
  showToast(say('exported-toast', { name, count: written.size }), show);
}
