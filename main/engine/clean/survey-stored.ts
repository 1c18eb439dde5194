// A page job: what a stored page or stylesheet would load, read as a browser reads it, and not as this room wrote it. For
// the check of a copy where no Chromium is there to open it.

import { load, type CheerioAPI } from 'cheerio';
import { rewriteCss, type CssContext } from '../model/css-links.ts';
import { shownOfSrcset } from '../model/srcset.ts';
import type { StoredSurvey, StoredText } from '../model/stored-survey.ts';
import { isLocal } from './clean-style.ts';

/** Attributes that load, on any element that is not named in `leads`. */
const loading = new Set(['src', 'poster', 'background', 'data', 'href', 'xlink:href', 'srcdoc', 'manifest', 'archive', 'code', 'codebase', 'profile', 'formaction', 'action', 'ping']);
/** Their `href` leads on, and loads nothing. */
const leads = new Set(['a', 'area']);
/** CSS as an attribute of SVG. */
const presentation = new Set(['fill', 'stroke', 'filter', 'mask', 'clip-path', 'marker-start', 'marker-mid', 'marker-end', 'cursor']);

interface Notes {
  readonly pictures: Set<string>;
  readonly blobs: Set<string>;
  readonly outside: Set<string>;
}

export function surveyStored({ text, form }: StoredText): StoredSurvey {
  const notes: Notes = { pictures: new Set(), blobs: new Set(), outside: new Set() };
  if (form === 'style') noteStyle(text, 'stylesheet', notes);
  else notePage(load(text), notes);
  return { pictures: [...notes.pictures], blobs: [...notes.blobs], outside: [...notes.outside] };
}

function notePage($: CheerioAPI, notes: Notes): void {
  $('*').each((_, element) => {
    if (!('attribs' in element)) return;
    const { name, attribs } = element;
    for (const [attribute, value] of Object.entries(attribs)) {
      if (attribute === 'style') noteStyle(value, 'declarationList', notes);
      else if (attribute === 'srcset' || attribute === 'imagesrcset') noteLink(shownOfSrcset(value, '', null) ?? value, notes, true);
      else if (presentation.has(attribute)) noteStyle(`a:${value}`, 'declarationList', notes);
      else if (loading.has(attribute) && !(leads.has(name) && attribute === 'href')) noteLink(value, notes, name === 'img' && attribute === 'src');
    }
    if (name === 'style') noteStyle($(element).text(), 'stylesheet', notes);
    if (name === 'meta' && /refresh/i.test(attribs['http-equiv'] ?? '')) notes.outside.add(attribs['content'] ?? '');
    if (name === 'script') notes.outside.add(attribs['src'] ?? 'script');
  });
}

function noteStyle(css: string, context: CssContext, notes: Notes): void {
  rewriteCss(css, context, (link) => {
    noteLink(link, notes, false);
    return link;
  });
}

function noteLink(link: string, notes: Notes, isPicture: boolean): void {
  const trimmed = link.trim();
  if (trimmed === '' || trimmed.startsWith('#') || /^data:/i.test(trimmed)) return;
  if (!isLocal(trimmed)) return void notes.outside.add(trimmed);
  const path = trimmed.replace(/^(\.\.\/)+/, '');
  notes.blobs.add(path);
  if (isPicture) notes.pictures.add(path);
}
