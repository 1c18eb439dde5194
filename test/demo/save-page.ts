// A page as a browser saves it whole: `x.html` and `x_files/` beside it, every address in it turned into a local
// path, and the comment that says where it came from. For tests of opening and importing saved pages.

import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { load } from 'cheerio';
import type { CheerioAPI } from 'cheerio';

const ADDRESS_IN_STYLE = /url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]/g;

export interface SavedPage {
  /** The path of the `.html`. */
  readonly file: string;
  readonly folder: string;
  /** Names of the files in the folder. */
  readonly files: readonly string[];
}

/** Fetches the page and what it shows, and writes both into `directory` under `name`. */
export async function savePage(url: string, directory: string, name = 'saved'): Promise<SavedPage> {
  const folder = join(directory, `${name}_files`);
  await mkdir(folder, { recursive: true });
  const store = createStore(folder);
  const page = await fetch(url);
  const $ = load(await decode(page));
  for (const [selector, attribute] of SHOWN) await localise($, selector, attribute, url, store);
  $('meta[charset]').attr('charset', 'utf-8'); // it is written as UTF-8, whatever it came as
  removeSourceSets($);
  const origin = `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`;
  const html = $.html().replace('<html', () => `${origin}\n<html`);
  const file = join(directory, `${name}.html`);
  await writeFile(file, html);
  return { file, folder, files: store.names() };
}

interface Store {
  readonly folderName: string;
  /** Fetches an address once and gives its name in the folder; null where it cannot be had. */
  keep(url: string): Promise<string | null>;
  names(): string[];
}

function createStore(folder: string): Store {
  const kept = new Map<string, Promise<string | null>>();
  const names: string[] = [];
  async function fetchInto(url: string): Promise<string | null> {
    const response = await fetch(url);
    if (!response.ok) return null;
    const name = freeName(basename(new URL(url).pathname), names);
    names.push(name);
    const isStyle = (response.headers.get('content-type') ?? '').startsWith('text/css');
    const bytes = Buffer.from(await response.arrayBuffer());
    await writeFile(join(folder, name), isStyle ? await localStyle(bytes.toString(), url) : bytes);
    return name;
  }
  /** Inside the folder, files stand beside each other. */
  async function localStyle(css: string, base: string): Promise<string> {
    let result = css;
    for (const [, inUrl, inImport] of css.matchAll(ADDRESS_IN_STYLE)) {
      const address = inUrl ?? inImport ?? '';
      const name = await keep(new URL(address, base).href);
      if (name !== null) result = result.replaceAll(address, name);
    }
    return result;
  }
  function keep(url: string): Promise<string | null> {
    const known = kept.get(url) ?? fetchInto(url);
    kept.set(url, known);
    return known;
  }
  return { folderName: basename(folder), keep, names: () => [...names] };
}

/** `a.png`, then `a(1).png`, as browsers do it. */
function freeName(wanted: string, taken: readonly string[]): string {
  const [, stem = wanted, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(wanted) ?? [];
  let name = wanted;
  for (let count = 1; taken.includes(name); count += 1) name = `${stem}(${count})${ending}`;
  return name;
}

/** The elements that show something, and the attribute that names it. */
const SHOWN = [
  ['img[src]', 'src'],
  ['link[rel=stylesheet]', 'href'],
  ['link[rel=icon]', 'href'],
] as const;

async function localise($: CheerioAPI, selector: string, attribute: string, base: string, store: Store): Promise<void> {
  for (const element of $(selector).toArray()) {
    const address = new URL($(element).attr(attribute) ?? '', base);
    const name = address.protocol === 'data:' ? null : await store.keep(address.href);
    if (name !== null) $(element).attr(attribute, `./${store.folderName}/${name}`);
  }
}

/** A saved page shows the one picture that was on the screen. */
function removeSourceSets($: CheerioAPI): void {
  $('picture > source').remove();
  $('img').removeAttr('srcset').removeAttr('sizes');
}

/** By the header, else by what the page's head says. */
async function decode(page: Response): Promise<string> {
  const bytes = await page.arrayBuffer();
  const inHeader = /charset=([\w-]+)/.exec(page.headers.get('content-type') ?? '')?.[1];
  const inHead = /<meta charset="([\w-]+)"/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  return new TextDecoder(inHeader ?? inHead ?? 'utf-8').decode(bytes);
}
