// Recordings: lazy ones become plain, and of several sources the one stays that Chromium would play.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** What Chromium plays everywhere, without codecs that some builds lack. */
const played = /^(video\/(mp4|webm|ogg|x-m4v|quicktime)|audio\/(mpeg|mp3|mp4|aac|ogg|opus|wav|x-wav|webm|flac|x-m4a))\s*(;|$)/i;
/** A list of pieces, not a recording. */
const pieces = /\.(m3u8|mpd|ism)([?#]|$)|mpegurl|dash\+xml/i;

export function wakeMedia($: CheerioAPI): void {
  $('video, audio').each((_, element) => {
    const { attribs } = element;
    attribs['poster'] ??= attribs['data-poster'] ?? attribs['data-lazy-poster'] ?? '';
    if (attribs['poster'] === '' || element.name === 'audio') delete attribs['poster'];
    const source = addressOf(attribs) ?? chosenSource($, element);
    if (source !== null) attribs['src'] = source;
    $(element).find('source').remove();
  });
}

function chosenSource($: CheerioAPI, element: Element): string | null {
  const sources = $(element).find('source').toArray().filter(({ attribs }) => addressOf(attribs) !== null);
  const whole = sources.filter(({ attribs }) => !pieces.test(`${addressOf(attribs)} ${attribs['type'] ?? ''}`));
  const best = whole.find(({ attribs }) => attribs['type'] === undefined || played.test(attribs['type'])) ?? whole[0] ?? sources[0];
  return best === undefined ? null : addressOf(best.attribs);
}

function addressOf(attribs: Readonly<Record<string, string>>): string | null {
  return [attribs['data-src'], attribs['data-lazy-src'], attribs['src']].find((value) => value !== undefined && value.trim() !== '') ?? null;
}
