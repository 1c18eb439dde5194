// Marks on their way out of the window: to a file, to the clipboard, to another window by drag.

import type { DragEvent } from 'react';
import type { MarksExportRequest, MarksFormat, NotebookEntry } from '../../preload/contract/calls.ts';
import type { Annotation } from '../../preload/contract/mark.ts';
import { marksJson, marksMarkdown, marksMediaType } from '../../preload/contract/marks-document.ts';
import { marks, reader } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { showToast } from './toasts.ts';

export async function exportArticleMarks(format: MarksFormat): Promise<void> {
  const { article } = reader.get();
  if (article !== null) await exportMarks({ id: article.id }, article.title, format);
}

/** Asks where to, writes, and offers to show the file. Nothing happens when the user thinks better of it. */
export async function exportMarks(which: MarksExportRequest['which'], title: string, format: MarksFormat): Promise<void> {
  const chosen = await askAloud('chooseMarksFile', { title, format });
  if (!chosen.ok || chosen.value === null) return;
  const result = await askAloud('exportMarks', { which, format, path: chosen.value });
  if (!result.ok) return;
  const { path } = result.value;
  const { say } = currentWords();
  const show = { label: say('show'), run: () => void askAloud('showInFolder', { exported: path }) };
  showToast(say('exported-toast', { name: path.split(/[/\\]/).at(-1) ?? path, count: 1 }), show);
}

/** The open article's marks as Markdown, on the clipboard. */
export async function copyMarks(): Promise<void> {
  const result = await askAloud('copyText', { text: marksMarkdown(entriesOf(marks.get().list)) });
  if (result.ok) showToast(currentWords().say('copied-toast'));
}

/** Fills a drag: another Offprint takes the marks, a folder a file, an editor the Markdown. */
export function dragMarks(event: DragEvent, list: readonly Annotation[]): void {
  dragEntries(event, entriesOf(list));
}

export function dragEntries(event: DragEvent, entries: readonly NotebookEntry[]): void {
  if (entries.length === 0) return;
  const json = marksJson(entries);
  event.dataTransfer.effectAllowed = 'copy';
  event.dataTransfer.setData(marksMediaType, json);
  event.dataTransfer.setData('text/plain', marksMarkdown(entries));
  const name = (entries[0]?.article.title ?? '').replace(/[^\p{L}\p{N} -]+/gu, ' ').trim().slice(0, 60);
  event.dataTransfer.setData('DownloadURL', `${marksMediaType}:${name === '' ? 'marks' : name}.jsonld:data:${marksMediaType};charset=utf-8,${encodeURIComponent(json)}`);
}

function entriesOf(list: readonly Annotation[]): readonly NotebookEntry[] {
  const { article } = reader.get();
  if (article === null) return [];
  const { id, title, site, url } = article;
  return list.map((mark) => ({ article: { id, title, site, url }, mark }));
}
