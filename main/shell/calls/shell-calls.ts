// The calls that the main process answers itself: settings, dialogs, the system around the app.

import { join } from 'node:path';
import { clipboard, shell } from 'electron';
import type { ArticleView } from '../../../preload/contract/article.ts';
import type { EnvironmentView, Handlers, ShellCallName } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { EngineHost } from '../engine-link/engine-host.ts';
import { openExternal } from '../security/open-external.ts';
import type { SettingsFile } from '../settings-file.ts';
import type { Dialogs } from './dialogs.ts';

export interface ShellCallParts {
  readonly engine: EngineHost;
  readonly settings: SettingsFile;
  readonly dialogs: Dialogs;
  readonly surroundings: Pick<EnvironmentView, 'platform' | 'version' | 'locale'>;
  /** Files and folders that were exported in this run: the only ones that are shown on request. */
  readonly exported: ReadonlySet<string>;
  readonly settingsChanged: (settings: Settings) => void;
  readonly libraryChanged: () => void;
}

export function createShellCalls(parts: ShellCallParts): Handlers<ShellCallName> {
  const { engine, settings, dialogs } = parts;
  return {
    async environment() {
      const problem = await engine.problem();
      return ok({ ...parts.surroundings, libraryPath: engine.libraryPath(), problem });
    },
    settings: async () => ok(settings.settings()),
    async setSettings({ change }) {
      const changed = await settings.change(change);
      parts.settingsChanged(changed);
      return ok(changed);
    },
    chooseLibrary: async () => ok(await dialogs.chooseLibrary(engine.libraryPath())),
    async openLibrary({ path }) {
      const opened = await engine.switchTo(path);
      if (opened.ok) await settings.rememberLibrary(path);
      parts.libraryChanged();
      return opened;
    },
    chooseFiles: async () => ok(await dialogs.chooseFiles()),
    async chooseExport({ ids, format, book }) {
      const [id, ...others] = ids;
      if (book && others.length > 0) return ok(await dialogs.chooseBookFile(ids.length));
      if (id === undefined || others.length > 0) return ok(await dialogs.chooseExportFolder());
      const article = await readArticle(engine, id);
      return article.ok ? ok(await dialogs.chooseExportFile(article.value.title, format)) : article;
    },
    chooseMarksFile: async ({ title, format }) => ok(await dialogs.chooseMarksFile(title, format)),
    openExternal: ({ url }) => openExternal(url),
    async showInFolder(request) {
      if ('exported' in request) return showExported(request.exported, parts.exported);
      const article = await readArticle(engine, request.id);
      return article.ok ? showArticle(article.value, engine.libraryPath()) : article;
    },
    async copyText({ text }) {
      await clipboard.writeText(text);
      return ok(null);
    },
  };
}

async function readArticle(engine: EngineHost, id: string): Promise<Result<ArticleView>> {
  // The engine answers by the same table (contract/calls.ts).
  return (await engine.call('article', { id })) as Result<ArticleView>;
}

function showArticle(article: ArticleView, library: string): Result<null> {
  const folder = /^(articles\/\d{4}\/[\w-]+)\//.exec(article.captures[0]?.reader ?? '')?.[1];
  if (folder === undefined) return fail('not-found', article.id);
  shell.showItemInFolder(join(library, ...folder.split('/')));
  return ok(null);
}

/** Any path would let a page that got hold of the bridge make the system contact a network share. */
function showExported(path: string, exported: ReadonlySet<string>): Result<null> {
  if (!exported.has(path)) return fail('not-found', path);
  shell.showItemInFolder(path);
  return ok(null);
}
