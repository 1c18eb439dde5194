// The files of the preview's library, made when they are asked for: reader and original pages, and drawn pictures.

import { picturePath, previewArticles, type PreviewArticle } from './preview-articles.ts';

export interface PreviewFile {
  readonly type: string;
  readonly body: string;
}

/** The file at a path inside the library, or null. */
export function previewFile(path: string): PreviewFile | null {
  const page = /^articles\/2026\/(\d+)\/captures\/\w+\/(reader|original)\.html$/.exec(path);
  const found = page === null ? undefined : previewArticles[Number(page[1])];
  if (page !== null && found !== undefined) {
    const body = page[2] === 'reader' ? readerPage(found, Number(page[1])) : originalPage(found, Number(page[1]));
    return { type: 'text/html; charset=utf-8', body };
  }
  const blob = /^blobs\/(\d+)\/(\d+)\.svg$/.exec(path);
  return blob === null ? null : { type: 'image/svg+xml', body: drawing(Number(blob[1]) * 7 + Number(blob[2])) };
}

function readerPage({ row, subtitle, paragraphs, pictures }: PreviewArticle, number: number): string {
  const sub = subtitle === null ? '' : `<p class="subtitle">${subtitle}</p>`;
  const by = [row.byline, row.published?.slice(0, 10)].filter((part) => part != null).join(' · ');
  const body = [0, 1, 2].flatMap((round) =>
    paragraphs.map((text, place) => `${place === 1 ? `<h2>${round + 1}. ${text.slice(0, 14)}</h2>` : ''}<p>${linked(text, place)}</p>${figure(row, number, round * 4 + place, pictures)}`),
  );
  return `<!doctype html><html lang="${row.language ?? 'en'}"><head><meta charset="utf-8"><title>${row.title}</title>
<style>body{max-width:40em;margin:2em auto;font:18px/1.6 serif;padding:0 1em}img{max-width:100%}</style></head>
<body><article class="offprint"><header><p class="site">${row.site ?? ''}</p><h1>${row.title}</h1>${sub}<p class="byline">${by}</p></header>
${body.join('\n')}
<blockquote><p>${paragraphs[2] ?? ''}</p></blockquote>
<pre><code>tide = moon + 50 * day
for hour in tide: sluice.drop()</code></pre>
<table><thead><tr><th>Date</th><th>High water</th><th>Height</th></tr></thead><tbody><tr><td>3 March</td><td>04:12</td><td>5.1 m</td></tr><tr><td>4 March</td><td>05:02</td><td>5.4 m</td></tr></tbody></table>
</article></body></html>`;
}

function linked(text: string, place: number): string {
  return place === 0 ? text.replace(/(slow argument|老师傅)/, '<a href="https://www.example.org/more">$1</a>') : text;
}

function figure(row: PreviewArticle['row'], number: number, place: number, pictures: number): string {
  const picture = place / 2;
  if (!Number.isInteger(picture) || picture >= pictures) return '';
  if (picture >= row.images.saved) return `<div class="offprint-missing">https://pictures.example/2026/harbour-${picture}.jpeg</div>`;
  const caption = row.language?.startsWith('zh') === true ? '冬天的港口，摄于清晨。' : 'The pond at high water, early on a winter morning.';
  return `<figure><img src="../../../../../${picturePath(number, picture)}" width="1200" height="750" alt=""><figcaption>${caption}</figcaption></figure>`;
}

function originalPage({ row, paragraphs }: PreviewArticle, number: number): string {
  return `<!doctype html><html lang="${row.language ?? 'en'}"><head><meta charset="utf-8"><title>${row.title}</title>
<style>body{margin:0;font:15px/1.5 Arial,sans-serif;color:#222}header{background:#7a1f2b;color:#fff;padding:18px 40px;font-size:22px}nav{background:#f3e9e4;padding:8px 40px}main{max-width:760px;padding:24px 40px}img{width:100%}</style></head>
<body><header>${row.site ?? ''}</header><nav>News · Essays · Archive</nav><main><h1>${row.title}</h1><img src="../../../../../${picturePath(number, 0)}">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`;
}

/** Hills under a sky, by a number. */
function drawing(seed: number): string {
  const hue = (seed * 47) % 360;
  const hills = [0, 1, 2, 3].map((layer) => {
    const base = 330 + layer * 100;
    const points = Array.from({ length: 13 }, (_unused, step) => {
      const height = Math.sin(step * (0.5 + ((seed + layer) % 5) / 6) + seed + layer * 2) * (60 - layer * 8);
      return `${step * 100},${Math.round(base + height)}`;
    });
    return `<polygon points="0,750 ${points.join(' ')} 1200,750" fill="hsl(${hue + layer * 8} ${28 + layer * 4}% ${70 - layer * 15}%)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 750" width="1200" height="750"><rect width="1200" height="750" fill="hsl(${hue + 20} 45% 88%)"/><circle cx="${200 + ((seed * 131) % 800)}" cy="190" r="64" fill="hsl(${hue + 40} 70% 95%)"/>${hills.join('')}</svg>`;
}
