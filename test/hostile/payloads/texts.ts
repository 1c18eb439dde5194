// Markup where words should be: titles, bylines, sites, tags, notes, names of files. What shows them must show them as text.

import { aimAt, type Aim } from './payload.ts';

const texts: readonly ((aim: Aim) => string)[] = [
  ({ run }) => `<img src=x onerror=${run}>`,
  ({ run }) => `"><img src=x onerror=${run}>`,
  ({ run }) => `'><svg onload=${run}>`,
  ({ run }) => `</title><script>${run}</script>`,
  ({ run }) => `</textarea></style></noscript><img src=x onerror=${run}>`,
  ({ run }) => `</mark><img src=x onerror=${run}><mark>`,
  ({ run }) => `<mark onmouseover=${run}>words</mark>`,
  ({ run }) => `&lt;img src=x onerror=${run}&gt;`,
  ({ run }) => `&#60;img src=x onerror=${run}&#62;`,
  ({ run }) => `" onmouseover=${run} x="`,
  ({ run }) => `' onfocus=${run} autofocus x='`,
  ({ run }) => `javascript:${run}`,
  ({ run }) => `[words](javascript:${run})`,
  ({ run }) => `![words](x"onerror="${run})`,
  ({ run }) => `<javascript:${run}>`,
  ({ run }) => `\`\`\`\n<img src=x onerror=${run}>\n\`\`\``,
  ({ run }) => `{{constructor.constructor(\`${run}\`)()}}`,
  ({ run }) => `\${${run}}`,
  ({ run }) => `<!--<img src=x onerror=${run}>-->`,
  ({ run }) => `]]><img src=x onerror=${run}>`,
  ({ load }) => `<iframe src=${load}></iframe>`,
  ({ load }) => `<link rel=stylesheet href=${load}><style>@import "${load}";</style>`,
  ({ load }) => `<meta http-equiv=refresh content=0;url=${load}>`,
  ({ load }) => `![words](${load})<img src=${load}>`,
];

export function hostileTexts(canary: string): readonly string[] {
  return texts.map((text, number) => text(aimAt(canary, number)));
}
