import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../main/engine/extract/title.ts';

function title(document: string, site: string | null = null, body = ''): string | null {
  return titleOf(load(`<title>${document}</title><body>${body}</body>`), [], site);
}

describe('the title of a page', () => {
  it.each([
    ['老城最后一座浮桥今日合拢_江城时报网', null, '老城最后一座浮桥今日合拢'],
    ['拜登威胁制裁乌克兰问题——普京回应', null, '拜登威胁制裁乌克兰问题——普京回应'],
    ['The Great War of 1914–18', null, 'The Great War of 1914–18'],
    ['The Tide Mill | The Slow Review', null, 'The Tide Mill'],
    ['The Tide Mill - The Slow Review', 'The Slow Review', 'The Tide Mill'],
    ['A well-known mill', null, 'A well-known mill'],
    ['Sky – Sea – Land', 'Landfall', 'Sky – Sea – Land'],
  ])('%s', (document, site, expected) => {
    expect(title(document, site)).toBe(expected);
  });

  it('is the heading that the document names, not the site in another heading', () => {
    expect(title('The Tide Mill – The Slow Review', 'The Slow Review', '<h1>The Slow Review</h1><h1>The Tide Mill</h1>')).toBe('The Tide Mill');
  });

  it('is what the heading says, without the names of the site and its parts in it, or the word that it is one', () => {
    expect(title('Sleep | Patients | The Harbour Clinic', null, '<h1>How children sleep at night | Patients | The Harbour Clinic</h1>')).toBe('How children sleep at night');
    expect(title('[12] Merging models by their geometry', null, '<h1>Title: Merging models by their geometry</h1>')).toBe('Merging models by their geometry');
  });
});
