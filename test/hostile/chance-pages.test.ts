// Pages by chance: soups of tags and of styles that nobody would think of, cleaned, and judged by Chromium as the payloads are
// (stored-pages.test.ts). OFFPRINT_FUZZ=1000 makes more of them, OFFPRINT_SEED others.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanAgain } from '../../main/engine/clean/clean-page.ts';
import type { Site } from '../site/site.ts';
import { archive } from './archive.ts';
import { openHostileBrowser } from './browser/hostile-browser.ts';
import { serveFrames, startCanary } from './browser/serve-frames.ts';
import { createChance, type Chance } from './fuzz/chance.ts';
import { aimAt, type Aim } from './payloads/payload.ts';
import { withoutPolicy } from './stored-pages.ts';

const count = Number(process.env['OFFPRINT_FUZZ'] ?? 30) * 3;
const together = 150;

let canary: Site;

beforeAll(async () => {
  canary = await startCanary();
});
afterAll(() => canary.close());

const tags =
  'svg math mtext mi mglyph malignmark annotation-xml foreignObject desc title style script template noscript table tr td caption select option optgroup textarea form p b a h1 button ' +
  'div span x-y frameset iframe noembed noframes plaintext xmp listing image body html head br hr img input details summary';

function soupOfTags(chance: Chance, { run, load }: Aim): string {
  const names = tags.split(' ') as [string, ...string[]];
  const piece = (): string => {
    const name = chance.pick(names);
    switch (chance.below(9)) {
      case 0:
      case 1:
      case 2:
        return `<${name}>`;
      case 3:
        return `</${name}>`;
      case 4:
        return chance.pick(['<!--', '-->', '--!>', '<!-->', '<![CDATA[', ']]>', '<?x ', '?>', '</', '<', '>', '"', "'", '&lt;', '\0', '<!doctype html>']);
      case 5:
        return `<img src=x onerror=${run}>`;
      case 6:
        return chance.pick([`<style>a{content:"`, '"}</style>', `<a title="`, '">', `&lt;img src=x onerror=${run}&gt;`, `<${name} encoding="text/html">`, '<template shadowrootmode=open>', `<svg><style>`, `<math><mtext>`]);
      case 7:
        return chance.pick([`<a href="javascript:${run}">x</a>`, `<script>${run}</script>`, `<svg onload=${run}>`, `<p style="background:url(${load})">`, `<link rel=stylesheet href=${load}>`, `<meta http-equiv=refresh content="0;url=${load}">`]);
      default:
        return 'words ';
    }
  };
  return Array.from({ length: 3 + chance.below(22) }, piece).join('');
}

function soupOfStyles(chance: Chance, { load }: Aim): string {
  const pieces = [
    `url(${load})`, `url("${load}")`, `"${load}"`, `'${load}'`, `\\75rl("${load}")`, `u\\rl(${load})`, `URL( ${load} )`, `image-set("${load}" 1x)`, `image-set(`, `src(`, `var(--a)`, `var(--a,`, 'attr(title)', '--a:', '--a:{', '@import ', '@\\69mport ', '@media all{', '@font-face{', 'src:', '@layer a;', '@supports (a:b){', '@container(width>0){', '@scope{', '@property --a{', '@function --f(){result:', '--f()',
    'background:', 'content:', 'cursor:', 'font-family:f', '.t{', '.t:hover{', '&:hover{', '*{', '}', '{', ')', '(', ';', ',', ':', '/*', '*/', '<!--', '-->', '"', "'", '\\', '\n', '\f', '\0', '!important', '</style', '<', '@charset "x";', 'red', '1x', '[a=', ']', '#', '::before{', '@page{', '@top-left{',
  ] as const;
  return chance.chain([...pieces] as [string, ...string[]], 18);
}

const words = '<p class="t" title="words">Words enough for an article, which somebody wrote and somebody else may want to read again.</p>';

function pages(): { readonly number: number; readonly html: string }[] {
  const chance = createChance('soups');
  return Array.from({ length: count }, (_, number) => {
    const aim = aimAt(canary.origin, number);
    const soup = soupOfTags(chance, aim);
    const css = soupOfStyles(chance, aim);
    const styled = chance.below(2) === 0 ? `<style>${css}</style>` : `<p class="t" style="${css.replaceAll('"', '&quot;')}">Words</p>`;
    return { number, html: `<!doctype html><html><head><title>A page</title>${number % 2 === 0 ? '' : styled}</head><body>${words}${number % 2 === 0 ? soup : styled}${words}</body></html>` };
  });
}

it('soups of tags and styles come out as pages that run nothing, contact nobody, and have nothing that is not allowed', async () => {
  const made = pages();
  const stored = made.flatMap(({ number, html }) => {
    const clean = archive(html);
    if (clean === null) return [];
    for (const view of ['reader', 'original'] as const) expect(cleanAgain(clean[view], view) === clean[view], html).toBe(true);
    return [{ number: number * 2, html: withoutPolicy(clean.reader) }, { number: number * 2 + 1, html: withoutPolicy(clean.original) }];
  });
  await using site = await serveFrames(stored);
  await using browser = await openHostileBrowser();
  for (let from = 0; from < stored.length; from += together) {
    const { looks, ran } = await browser.visit(site.framesUrl(stored.slice(from, from + together).map(({ number }) => number)), { mayLeave: false, print: false });
    const faulty = looks.filter(({ faults }) => faults?.length !== 0);
    expect(faulty.map(({ number, faults }) => ({ faults, html: made[number >> 1]?.html, stored: stored[number]?.html }))).toEqual([]);
    const asked = canary.requests.map(({ path }) => Number(/\d+$/.exec(path)?.[0]));
    expect([...ran, ...asked].map((number) => made[number]?.html)).toEqual([]);
    expect(canary.connections).toBe(0);
  }
}, 600_000);

it('the same soups, as they came, do run (or this file would prove nothing)', async () => {
  const some = pages().slice(0, 60);
  await using site = await serveFrames(some, { sandbox: 'allow-scripts allow-same-origin allow-forms allow-modals' });
  await using browser = await openHostileBrowser();
  const { ran } = await browser.visit(site.framesUrl(some.map(({ number }) => number)), { mayLeave: true, print: false });
  expect(ran.length).toBeGreaterThan(8);
}, 60_000);
