// Small pages for the command line's tests.

import { drawPng } from '../demo/draw.ts';

export const trade = page(
  '商务部回应关税',
  `<p>商务部发言人今天在北京表示，中方将采取必要措施，坚决维护企业的合法权益。记者会持续了一个多小时，发言人回答了多家媒体的提问。</p>
   <p>发言人说，贸易战没有赢家，双方应当通过平等对话解决分歧，并且就未来的合作达成共识，这符合两国人民的共同利益。</p>
   <figure><img src="/harbour.png" alt="a harbour at dawn"><figcaption>港口的清晨</figcaption></figure>`,
  'zh',
);

export const seaside = page(
  'A Walk along the Sea',
  `<p>We left the village before sunrise, when the first boats were still tied to the pier and the gulls had not begun to cry.</p>
   <p>The path follows the cliffs for seven miles, past two lighthouses and a chapel that nobody has opened in years.</p>
   <p>By noon the wind had turned, and the smell of thyme and salt came up from below with every gust that crossed the path.</p>`,
  'en',
);

/** Larger than one pixel, which would be no picture. */
export const picture = drawPng(1, 40, 30);

function page(title: string, body: string, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
    <meta property="article:published_time" content="2024-05-06T07:08:09Z"></head>
    <body><main><article><h1>${title}</h1>${body}</article></main></body></html>`;
}
