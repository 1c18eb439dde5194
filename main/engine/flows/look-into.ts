// Looking without saving: the article on a page or file (`extract`), the words of a stored one (`text`), what is installed.

import type { DoctorReport } from '../../../preload/contract/calls.ts';
import type { Extract } from '../../../preload/contract/extract.ts';
import { usualPrint } from '../../../preload/contract/print-settings.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { getPage } from '../capture/get-page.ts';
import { readFile } from '../intake/read-file.ts';
import { isWeb } from '../model/address.ts';
import type { RawPage } from '../model/raw-page.ts';
import { formats } from '../publish/formats.ts';
import { captureFolder, readerFile } from '../library/paths.ts';
import type { EngineContext } from './context.ts';
import { materialOf } from './export-material.ts';
import { libraryView } from './read-articles.ts';

/** Failures: those of fetching or reading, and `not-an-article`. */
export async function extractOnly(context: EngineContext, input: string, base: string | null, signal: AbortSignal): Promise<Result<Extract>> {
  const got = await pageOf(context, input, base, signal);
  if (!got.ok) return got;
  const { pages } = context.ports;
  const page = got.value;
  const survey = await pages.run('survey', { html: page.html, base: page.base, lead: page.hints.lead ?? null }, signal);
  if (!survey.ok) return survey;
  const draft = await pages.run('extract', { html: survey.value.html, url: page.url, base: survey.value.base, hints: page.hints }, signal);
  if (!draft.ok) return draft;
  if (draft.value === null) return fail('not-an-article', input);
  const { title, byline, published, site, language, text, html, images, choice, dropped } = draft.value;
  return ok({ title, byline, published, site, language, text, html, images, choice, dropped });
}

async function pageOf(context: EngineContext, input: string, base: string | null, signal: AbortSignal): Promise<Result<RawPage>> {
  const { http, files } = context.ports;
  if (isWeb(input)) return URL.canParse(input) ? getPage(input, { http, jar: http.newJar(), signal }) : fail('bad-input', input);
  const file = await readFile(files, input, base);
  if (!file.ok) return file;
  const { intake } = file.value;
  return intake.kind === 'page' ? ok(intake.page) : getPage(intake.url, { http, jar: http.newJar(), signal });
}

/** The stored article's words: plain, or Markdown with front matter. */
export async function textOf(context: EngineContext, id: string, captureId: string | null, format: 'text' | 'markdown', signal: AbortSignal): Promise<Result<string>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const shown = captureId ?? located.value.document.shown;
  if (!located.value.document.captures.some((entry) => entry.id === shown)) return fail('not-found', shown, 'no capture has this id');
  if (format === 'markdown') {
    const material = await materialOf(context, id, id, shown);
    if (!material.ok) return material;
    const published = await formats.markdown.write(material.value, { browser: context.ports.browser, assets: context.ports.assets, print: usualPrint, bundle: async () => null, signal });
    return published.ok ? ok(new TextDecoder().decode(published.value.bytes)) : published;
  }
  const { folder, document } = located.value;
  const reader = await context.library.read(`${captureFolder(folder, shown)}/${readerFile}`);
  if (reader === null) return fail('damaged', document.title, readerFile);
  const words = await context.ports.pages.run('readText', { html: new TextDecoder().decode(reader) }, signal);
  return words.ok ? ok(words.value.text) : words;
}

export async function doctor(context: EngineContext): Promise<DoctorReport> {
  const browser = await context.ports.browser.find();
  return {
    offprint: context.version,
    node: process.versions.node,
    sqlite: process.versions['sqlite'] ?? '',
    chromium: browser?.name ?? null,
    chromiumPath: browser?.path ?? null,
    library: libraryView(context),
    proxy: await context.ports.http.proxyFor('https://example.org/'),
  };
}
