// Every colour of text on every paper is read without effort: measured as WCAG 2 does, in a real Chromium.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { papers, type Settings } from '../../../preload/contract/settings.ts';
import { paperRule } from '../../../renderer/lib/reader-papers.ts';
import { openBrowser, type Page } from '../preview/look.ts';

type Look = Pick<Settings, 'readerPaper' | 'appearance'>;

let page: Page;

beforeAll(async () => {
  page = await openBrowser();
}, 60_000);

afterAll(() => page.close());

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, of colours in any notation. */
const contrasts = (rule: string, names: readonly string[]): string => `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(rule)});
  document.adoptedStyleSheets = [sheet];
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const luminance = (name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(' + name + ')';
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    probe.remove();
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance('--paper');
  return ${JSON.stringify(names)}.map((name) => { const ink = luminance(name); return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05); });
})()`;

const ofWindow: readonly Look[] = (['light', 'dark'] as const).map((appearance) => ({ readerPaper: 'window', appearance }));
const own: readonly Look[] = papers.filter((paper) => paper !== 'window').map((readerPaper) => ({ readerPaper, appearance: 'system' }));

describe.each([...ofWindow, ...own])('paper $readerPaper in a $appearance window', (look) => {
  test('has ink that stands out', async () => {
    const rule = paperRule(look);
    const [strong = 0, ink = 0, link = 0] = (await page.evaluate(contrasts(rule, ['--ink-strong', '--ink', '--link']))) as number[];
    expect(Math.min(strong, ink)).toBeGreaterThan(7);
    expect(link).toBeGreaterThan(4.5);
    const faint = (await page.evaluate(contrasts(rule, ['--ink-soft', '--ink-faint']))) as number[];
    expect(Math.min(...faint)).toBeGreaterThan(4.5);
  });
});
