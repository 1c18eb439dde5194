// The system's dialogs: they only ask, and answer paths or null.

import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { ExportFormat, MarksFormat } from '../../../preload/contract/calls.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import { menu } from '../../../preload/contract/messages/menu.ts';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { acceptedEndings } from '../launch/accepted-files.ts';
import { exportName } from './export-name.ts';

export interface Dialogs {
  readonly chooseLibrary: (current: string) => Promise<string | null>;
  readonly chooseFiles: () => Promise<readonly string[]>;
  readonly chooseExportFile: (title: string, format: ExportFormat) => Promise<string | null>;
  readonly chooseMarksFile: (title: string, format: MarksFormat) => Promise<string | null>;
  /** For so many articles in one file. */
  readonly chooseBookFile: (articles: number) => Promise<string | null>;
  readonly chooseExportFolder: () => Promise<string | null>;
}

const exportEndings: Readonly<Record<ExportFormat, string>> = { pdf: 'pdf', html: 'html', markdown: 'md' };

/** @param window what the dialogs belong to */
export function createDialogs(window: () => BrowserWindow | null, locale: () => Locale): Dialogs {
  async function askOpen(options: OpenDialogOptions): Promise<readonly string[]> {
    const parent = window();
    const answer = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options));
    return answer.canceled ? [] : answer.filePaths;
  }

  async function askFolder(title: string, button: string, current?: string): Promise<string | null> {
    const options: OpenDialogOptions = { title, buttonLabel: button, properties: ['openDirectory', 'createDirectory'] };
    const paths = await askOpen(current === undefined ? options : { ...options, defaultPath: current });
    return paths[0] ?? null;
  }

  async function askSave(name: string, kind: string, ending: string): Promise<string | null> {
    const options = { title: menu[locale()].exportOne, defaultPath: name, filters: [{ name: kind, extensions: [ending] }] };
    const parent = window();
    const answer = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  }

  return {
    chooseLibrary: (current) => askFolder(menu[locale()].chooseLibrary, menu[locale()].openLibrary, current),
    chooseFiles() {
      const words = menu[locale()];
      const filters = [
        { name: words.articles, extensions: [...acceptedEndings] },
        { name: words.allFiles, extensions: ['*'] },
      ];
      const options = { title: words.chooseFiles, buttonLabel: words.add, filters };
      return askOpen({ ...options, properties: ['openFile', 'multiSelections'] });
    },
    chooseExportFile(title, format) {
      return askSave(`${exportName(title, menu[locale()].untitled)}.${exportEndings[format]}`, menu[locale()][format], exportEndings[format]);
    },
    chooseMarksFile(title, format) {
      const [ending, kind] = format === 'json' ? ['jsonld', 'JSON-LD'] : ['md', menu[locale()].markdown];
      return askSave(`${exportName(title, menu[locale()].untitled)}.${ending}`, kind, ending);
    },
    chooseBookFile: (articles) => askSave(`${printSentence('bookName', locale(), { count: articles })}.pdf`, menu[locale()].pdf, 'pdf'),
    chooseExportFolder: () => askFolder(menu[locale()].exportMany, menu[locale()].exportOne),
  };
}
