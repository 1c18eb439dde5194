// What an article is read on: the colours of each paper, and whether marks on it are those for light or for dark.

import type { Settings } from '../../preload/contract/settings.ts';

type Paper = Settings['readerPaper'];

interface Colours {
  readonly paper: string;
  readonly inkStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly wash: string;
  readonly link: string;
}

const light: Colours = {
  paper: '#fff',
  inkStrong: 'oklch(0.18 0.02 262)',
  ink: 'oklch(0.24 0.015 262)',
  inkSoft: 'oklch(0.46 0.015 262)',
  inkFaint: 'oklch(0.54 0.012 262)',
  rule: 'oklch(0.9 0.006 262)',
  wash: 'oklch(0.972 0.004 262)',
  link: 'oklch(0.43 0.12 258)',
};

const dark: Colours = {
  paper: 'oklch(0.212 0.012 262)',
  inkStrong: 'oklch(0.95 0.006 262)',
  ink: 'oklch(0.87 0.008 262)',
  inkSoft: 'oklch(0.72 0.012 262)',
  inkFaint: 'oklch(0.64 0.012 262)',
  rule: 'oklch(0.33 0.012 262)',
  wash: 'oklch(0.255 0.012 262)',
  link: 'oklch(0.77 0.09 250)',
};

/** Contrast with the paper: text 7 or more, the faintest small print 4.5 or more (test/renderer/lib/reader-papers.test.ts). */
const colours: Readonly<Record<Exclude<Paper, 'window'>, Colours>> = {
  light,
  sepia: {
    paper: 'oklch(0.952 0.028 84)',
    inkStrong: 'oklch(0.25 0.035 58)',
    ink: 'oklch(0.31 0.035 60)',
    inkSoft: 'oklch(0.45 0.035 62)',
    inkFaint: 'oklch(0.515 0.035 64)',
    rule: 'oklch(0.87 0.03 82)',
    wash: 'oklch(0.922 0.032 84)',
    link: 'oklch(0.43 0.1 45)',
  },
  grey: {
    paper: 'oklch(0.335 0.004 260)',
    inkStrong: 'oklch(0.95 0.003 260)',
    ink: 'oklch(0.9 0.004 260)',
    inkSoft: 'oklch(0.8 0.005 260)',
    inkFaint: 'oklch(0.745 0.005 260)',
    rule: 'oklch(0.44 0.005 260)',
    wash: 'oklch(0.375 0.005 260)',
    link: 'oklch(0.84 0.07 245)',
  },
  black: {
    paper: '#000',
    inkStrong: 'oklch(0.86 0.004 260)',
    ink: 'oklch(0.78 0.004 260)',
    inkSoft: 'oklch(0.68 0.005 260)',
    inkFaint: 'oklch(0.6 0.005 260)',
    rule: 'oklch(0.28 0.005 260)',
    wash: 'oklch(0.185 0.004 260)',
    link: 'oklch(0.74 0.09 250)',
  },
};

const schemes: Readonly<Record<Settings['appearance'], string>> = { system: 'light dark', light: 'light', dark: 'dark' };

/** The rule for the page's root: its colours by name, and its scheme. */
export function paperRule({ readerPaper, appearance }: Pick<Settings, 'readerPaper' | 'appearance'>): string {
  if (readerPaper === 'window') return ruleOf(schemes[appearance], (name) => `light-dark(${light[name]}, ${dark[name]})`);
  const own = colours[readerPaper];
  return ruleOf(readerPaper === 'light' || readerPaper === 'sepia' ? 'light' : 'dark', (name) => own[name]);
}

/** What the paper looks like under the page before it has loaded, and on the button that chooses it. */
export function paperColours(paper: Paper): { readonly paper: string; readonly ink: string } {
  const own = paper === 'window' ? null : colours[paper];
  return own ?? { paper: `light-dark(${light.paper}, ${dark.paper})`, ink: `light-dark(${light.ink}, ${dark.ink})` };
}

function ruleOf(scheme: string, colour: (name: keyof Colours) => string): string {
  return `:root {
    color-scheme: ${scheme};
    --paper: ${colour('paper')};
    --ink-strong: ${colour('inkStrong')};
    --ink: ${colour('ink')};
    --ink-soft: ${colour('inkSoft')};
    --ink-faint: ${colour('inkFaint')};
    --rule: ${colour('rule')};
    --wash: ${colour('wash')};
    --link: ${colour('link')};
  }`;
}
