// One page of 34 pictures, and what may befall them on their way: each fault is a way of serving, and how many can be had.

import type { Answer, Handler, Resource, Rule, SeenRequest } from '../../site/answers.ts';
import { drawPng } from '../../demo/draw.ts';
import type { Site } from '../../site/site.ts';

export const picturesOnPage = 34;

export interface Fault {
  readonly name: string;
  /** For the page or for its pictures; a picture's own rule comes on top. */
  readonly page?: Rule;
  readonly pictures?: Rule;
  /** For single pictures, by their number. */
  readonly some?: Readonly<Record<number, Rule>>;
  /** Answers for the pictures itself. */
  readonly answer?: (request: SeenRequest, picture: Uint8Array) => Answer;
  /** Without `.png`. */
  readonly bare?: boolean;
  /** The pictures lie on the page's own host. */
  readonly near?: boolean;
  readonly expected?: number;
}

const refused: Answer = { status: 403, type: 'text/plain', body: 'no' };
const html: Answer = { status: 200, type: 'text/html', body: '<!doctype html><p>Not to be quoted.' };
/** Says that it may not be quoted. */
export const sign = drawPng(999, 300, 200);
const speck = drawPng(998, 1, 1);
const isOwn = ({ referer, host }: SeenRequest): boolean => URL.parse(referer ?? '')?.host === host;
const unless = (holds: (request: SeenRequest) => boolean, otherwise: Answer): NonNullable<Fault['answer']> => (request, body) => (holds(request) ? { body } : otherwise);

export const faults: readonly Fault[] = [
  { name: 'none' },
  { name: 'an empty Referer is required', pictures: { referer: 'empty' } },
  { name: "the pictures' own Referer is required", pictures: { referer: 'own' } },
  { name: 'the article as the Referer is required', answer: unless(({ referer }) => (referer ?? '').includes('page.html'), refused) },
  { name: 'a browser is required', pictures: { needsUserAgent: /Mozilla.*Chrome/ } },
  { name: 'Accept must ask for pictures', answer: unless(({ headers }) => String(headers['accept']).includes('image/'), refused) },
  { name: "the page's cookie is required", near: true, page: { setCookie: 'seen=1; path=/' }, pictures: { needsCookie: 'seen=1' } },
  {
    name: 'a cookie of their own site is required, which the refusal sets',
    answer: unless(({ cookie }) => (cookie ?? '').includes('pass=1'), { ...refused, headers: { 'set-cookie': 'pass=1; path=/' } }),
  },
  { name: 'the page is packed with brotli', page: { encoding: 'br' } },
  { name: 'all are 503 once', pictures: { status: 503, times: 1 } },
  { name: 'all are cut short once', pictures: { break: 'cut', times: 1 } },
  { name: 'all connections are reset once', pictures: { break: 'reset', times: 1 } },
  { name: 'two stall', some: { 3: { break: 'stall' }, 20: { delayMs: 60_000 } }, expected: picturesOnPage - 2 },
  { name: 'one has 20 MB', answer: (request, body) => ({ body: request.path.includes('/7.') ? Buffer.concat([body, Buffer.alloc(20_000_000, 1)]) : body }) },
  { name: 'the type is missing', pictures: { type: null } },
  { name: 'the type is wrong', pictures: { type: 'text/html' } },
  { name: 'they have no ending', bare: true },
  { name: 'one is not there', some: { 5: { status: 404 } }, expected: picturesOnPage - 1 },
  { name: 'each takes 400 ms', pictures: { delayMs: 400 } },
  { name: 'a refusal is a page', answer: unless(isOwn, html) },
  { name: 'a refusal is one pixel', answer: unless(isOwn, { body: speck }) },
  { name: 'a refusal is a picture that says so', answer: unless(isOwn, { body: sign }) },
  { name: 'a refusal is 404', answer: unless(isOwn, { status: 404, type: 'text/plain', body: 'no' }) },
  { name: 'nothing but a picture that says no', answer: unless(() => false, { body: sign }), expected: 0 },
];

/**
 * Serves a fault's page and pictures.
 * @param near where the page is. @param far another origin, where its pictures are unless they are near.
 * @returns the page's address.
 */
export function serveFault(fault: Fault, name: string, near: Site, far: Site): string {
  const folder = `/${name}/`;
  const site = fault.near === true ? near : far;
  const numbers = Array.from({ length: picturesOnPage }, (_, number) => number);
  const address = (number: number): string => `${folder}pictures/${number}${fault.bare === true ? '' : '.png'}`;
  for (const number of numbers) {
    site.put(address(number), resourceOf(fault, drawPng(number + 1, 60, 40)));
    const rule = fault.some?.[number];
    if (rule !== undefined) site.rule(address(number), rule);
  }
  if (fault.pictures !== undefined) site.rule(`${folder}pictures/`, fault.pictures);
  if (fault.page !== undefined) near.rule(`${folder}page.html`, fault.page);
  const words = '<p>The lamp was lit at dusk, and put out when the last boat had passed the bar.</p>'.repeat(12);
  const images = numbers.map((number) => `<p><img src="${site.url(address(number))}" alt="Picture ${number}"></p>`).join('');
  near.put(`${folder}page.html`, `<!doctype html><title>The lamp</title><article><h1>The lamp</h1>${words}${images}</article>`);
  return near.url(`${folder}page.html`);
}

function resourceOf(fault: Fault, picture: Uint8Array): Resource {
  const { answer } = fault;
  if (answer === undefined) return picture;
  const handler: Handler = (request) => answer(request, picture);
  return handler;
}

/** Pictures by way of another address, on another origin. */
export function serveRedirected(name: string, near: Site, far: Site): string {
  const page = serveFault({ name }, name, near, far);
  for (let number = 0; number < picturesOnPage; number += 1) near.rule(`/${name}/to/${number}`, { redirect: far.url(`/${name}/pictures/${number}.png`) });
  const images = Array.from({ length: picturesOnPage }, (_, number) => `<img src="/${name}/to/${number}">`).join('');
  near.put(`/${name}/page.html`, `<!doctype html><title>The lamp</title><article><h1>The lamp</h1><p>${'The lamp was lit at dusk. '.repeat(40)}</p>${images}</article>`);
  return page;
}
