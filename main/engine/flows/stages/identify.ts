// Stage 1: what the input is, and whether its article is here already.

import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { fail, type Failure } from '../../../../preload/contract/result.ts';
import { readFile } from '../../intake/read-file.ts';
import { comparable, isWeb } from '../../model/address.ts';
import type { EngineContext } from '../context.ts';
import type { StageOutcome } from '../stages.ts';
import { storedSource } from '../stored-source.ts';
import type { Identified, KnownAlready, SaveOrder, Source } from '../save-stages.ts';

type Outcome = StageOutcome<Identified, KnownAlready>;

export async function identify(order: SaveOrder): Promise<Outcome> {
  const source = order.target === null ? await sourceOf(order, order.input) : await sourceAgain(order);
  if ('failure' in source) return source;
  if (order.target !== null) return { next: { ...order, source: source.next } };
  const known = await knownAlready(order.context, namesOf(source.next));
  return known === null ? { next: { ...order, source: source.next } } : { end: known };
}

type SourceOutcome = { readonly next: Source } | { readonly failure: Failure };

async function sourceOf(order: SaveOrder, input: string): Promise<SourceOutcome> {
  const trimmed = input.trim();
  if (isWeb(trimmed)) return webSource(trimmed);
  if (!isAbsolute(trimmed)) return failed(fail('bad-input', input));
  const file = await readFile(order.context.ports.files, trimmed, order.options.base);
  if (!file.ok) return failed(file);
  const { intake, folder } = file.value;
  if (intake.kind === 'link') return { next: { kind: 'web', url: intake.url } };
  return { next: { kind: 'page', page: intake.page, folder, had: [], earlier: null, further: [] } };
}

function webSource(input: string): SourceOutcome {
  if (!URL.canParse(input)) return failed(fail('bad-input', input));
  return { next: { kind: 'web', url: new URL(input).toString() } };
}

/** A recapture goes back to the web, or, for what came from a file, to its stored bytes with what was had of it; a retry always to these. */
async function sourceAgain({ target, context, retry }: SaveOrder): Promise<SourceOutcome> {
  if (target === null) throw new Error('a recapture has a target');
  const { document } = target;
  const shown = document.captures.find(({ id }) => id === document.shown);
  if (retry === null && document.url !== null && shown?.mode !== 'file') return { next: { kind: 'web', url: document.url } };
  const source = await storedSource(context, target, retry?.captureId ?? document.shown);
  return source.ok ? { next: source.value } : failed(source);
}

/** The article that has one of these names and is not in the trash, or null. */
export async function knownAlready(context: EngineContext, names: readonly string[]): Promise<KnownAlready | null> {
  const { index, library } = context;
  for (const name of names) {
    const id = index.knownAs(name);
    if (id === null) continue;
    const located = await library.article(id);
    if (located.ok && located.value.document.deletedAt === null) return { known: located.value };
  }
  return null;
}

/** What an article from this source is known by: its address without what only tracks, and for a file its bytes. */
export function namesOf(source: Source): string[] {
  if (source.kind === 'web') return [comparable(source.url) ?? source.url];
  const { page } = source;
  const address = page.url === null ? null : comparable(page.url);
  return [`sha256:${createHash('sha256').update(page.bytes).digest('hex')}`, ...(address === null ? [] : [address])];
}

function failed(result: { readonly failure: Failure }): { readonly failure: Failure } {
  return { failure: result.failure };
}
