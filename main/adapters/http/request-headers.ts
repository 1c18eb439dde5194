// What a request says about itself. Sites refuse pictures to what does not look like a browser, so it looks like one.

import type { HttpRequest } from '../../engine/model/ports.ts';
import { acceptEncoding } from './unpack.ts';

const userAgents: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
  darwin: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36',
};
const linuxUserAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36';

const accepts: Readonly<Record<HttpRequest['want'], string>> = {
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  style: 'text/css,*/*;q=0.1',
  font: '*/*',
  media: '*/*',
};

/** Asked once: it takes a millisecond, and a page may have ten thousand pictures. */
const ownLanguage = Intl.DateTimeFormat().resolvedOptions().locale;

export function requestHeaders(request: HttpRequest): Record<string, string> {
  return {
    'user-agent': userAgents[process.platform] ?? linuxUserAgent,
    accept: accepts[request.want],
    'accept-encoding': acceptEncoding,
    'accept-language': `${ownLanguage},zh;q=0.8,en;q=0.7,*;q=0.5`,
    ...(request.want === 'page' ? { 'upgrade-insecure-requests': '1' } : {}),
    ...(request.referer === null ? {} : { referer: request.referer }),
  };
}
