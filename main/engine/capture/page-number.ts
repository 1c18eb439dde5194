// Whether an address is a further page of an article, and which, by its shape beside that of the first page.

/** Articles do not have more; who counts on is a list. */
const highest = 99;
const pageParameter = /^(page|p|pn|pg|paged|page_?(no|num|id|index)|pageno|pagenum|currentpage|curpage|pagina|seite|cp)$/i;
/** What tells a page from its article, before the number. */
const suffix = /^(?:[/](?:page|p|seite|pagina)?[/_-]?|[_,-](?:page|p|seite)?[_-]?)(\d{1,2})$/i;
/** The first page may say its number too, or be the index of a folder. */
const firstSuffix = /([/_,-](page|p)?[/_-]?1|[/_]?index)$/i;

/** The number of an address among the pages of an article, 1 for its first, or null for another article's. */
export function pageNumber(address: string, first: string): number | null {
  const [one, other] = [parts(first), parts(address)];
  if (one === null || other === null || one.host !== other.host || one.stem === '') return null;
  if (one.query !== other.query) return null;
  if (one.stem === other.stem) return other.parameter ?? 1;
  // Folders are apart by a slash at their end only, endings may come with the number.
  if (one.ending !== other.ending && one.ending !== '' && other.ending !== '') return null;
  const stems = [one.stem, one.stem.replace(firstSuffix, '')].filter((stem) => stem !== '');
  if (other.parameter !== null) return null;
  const number = stems.map((stem) => numberAfter(other.stem, stem)).find((found) => found !== null) ?? null;
  return number ?? (stems.includes(other.stem) ? 1 : null);
}

function numberAfter(path: string, stem: string): number | null {
  const match = path.startsWith(stem) ? suffix.exec(path.slice(stem.length)) : null;
  const number = Number(match?.[1] ?? 0);
  return number >= 1 && number <= highest ? number : null;
}

interface Parts {
  readonly host: string;
  /** The path without its ending and without a slash at its end. */
  readonly stem: string;
  readonly ending: string;
  /** Parameters but the page's, sorted. */
  readonly query: string;
  readonly parameter: number | null;
}

function parts(address: string): Parts | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  const ending = /\.[a-z]{2,5}$/i.exec(path)?.[0] ?? '';
  const numbers = [...url.searchParams].filter(([name, value]) => pageParameter.test(name) && /^\d{1,2}$/.test(value));
  const [, number] = numbers.at(-1) ?? [];
  const others = [...url.searchParams].filter(([name, value]) => !numbers.some(([one, other]) => one === name && other === value) && !/^(utm_.*|from|spm|ref)$/i.test(name));
  const query = others.map(([name, value]) => `${name}=${value}`).toSorted((a, b) => (a < b ? -1 : 1)).join('&');
  return { host: url.host, stem: path.slice(0, path.length - ending.length), ending, query, parameter: number === undefined ? null : Number(number) };
}
