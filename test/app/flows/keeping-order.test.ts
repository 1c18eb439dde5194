// Keeping order: star, archive, tags, trash and back, one by one and several at once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageDriver } from '../page-driver.ts';
import { choose, chosen, countIn, goTo, titles } from './article-list.ts';
import type { Demo } from './demo.ts';
import { openArticle } from './reading-frame.ts';
import { flowMs, openingMs, patience, type Room } from './room.ts';
import { openStocked } from './stocked-room.ts';
import { named, say, type WordKey } from './words.ts';

/** The list shows the newest first, which is the last of these. */
const slugs = ['ditu', 'comet', 'yeshi', 'offprints'];
let demo: Demo;
let room: Room;
let page: PageDriver;
let all: readonly string[];

beforeAll(async () => {
  ({ demo, room, page, all } = await openStocked(slugs));
}, openingMs);

afterAll(async () => {
  await room.close();
  await demo.close();
});

const title = (slug: string): string => demo.article(slug).title;
const without = (...slugsLeft: readonly string[]): readonly string[] => all.filter((each) => !slugsLeft.map(title).includes(each));

/** A button over the article, by its label. */
const bar = (key: WordKey): string => `.reader-bar [aria-label="${say(key)}"]`;

async function undo(): Promise<void> {
  await page.click('.toast:last-child .toast-action');
}

describe('one article', () => {
  it('is starred, and stands among the starred', async () => {
    await expect.poll(() => titles(page), patience).toEqual(all);
    await openArticle(page, title('comet'));
    await page.click(bar('star'));
    await expect.poll(() => countIn(page, say('place-starred')), patience).toBe(1);
    await goTo(page, say('place-starred'));
    await expect.poll(() => titles(page), patience).toEqual([title('comet')]);
    await page.click(bar('unstar'));
    await page.waitFor(`text=${say('empty-starred')}`);
    await goTo(page, say('place-all'));
  }, flowMs);

  it('is archived, leaves the list, and comes back by undo', async () => {
    await openArticle(page, title('comet'));
    await page.click(bar('archive'));
    await expect.poll(() => titles(page), patience).toEqual(without('comet'));
    expect(await countIn(page, say('place-archived'))).toBe(1);
    await undo();
    await expect.poll(() => titles(page), patience).toEqual(all);
  }, flowMs);

  it('takes a tag, is found under it, and loses it', async () => {
    await openArticle(page, title('ditu'));
    await page.click(bar('edit-tags'));
    await page.type('值得重读', '[role=dialog] input');
    await page.press('Enter');
    await expect.poll(() => countIn(page, '值得重读'), patience).toBe(1);
    await page.press('Escape');
    await page.waitForNo('[role=dialog]');
    await goTo(page, '值得重读');
    await expect.poll(() => titles(page), patience).toEqual([title('ditu')]);
    await page.click(bar('edit-tags'));
    await page.click(named('remove-tag', { tag: '值得重读' }));
    await page.waitFor(`text=${say('empty-tag')}`);
    await page.press('Escape');
    await goTo(page, say('place-all'));
  }, flowMs);

  it('goes to the trash and comes back by undo', async () => {
    await openArticle(page, title('yeshi'));
    await page.press('Delete');
    await expect.poll(() => titles(page), patience).toEqual(without('yeshi'));
    await page.waitFor(`text=${say('trashed-toast', { count: 1, n: 1 })}`);
    await undo();
    await expect.poll(() => titles(page), patience).toEqual(all);
    expect(await countIn(page, say('place-trash'))).toBe(0);
  }, flowMs);
});

describe('several articles', () => {
  it('are chosen with the command key and in a stretch', async () => {
    await choose(page, title('offprints'));
    await choose(page, title('comet'), process.platform === 'darwin' ? 'Meta' : 'Control');
    await expect.poll(() => chosen(page), patience).toEqual([title('offprints'), title('comet')]);
    await page.waitFor(`text=${say('several-text')}`);
    await choose(page, title('offprints'));
    await choose(page, title('comet'), 'Shift');
    await expect.poll(() => chosen(page), patience).toEqual([title('offprints'), title('yeshi'), title('comet')]);
  }, flowMs);

  it('are starred together', async () => {
    await page.click('.reader-pane .empty-actions button:first-child');
    await expect.poll(() => countIn(page, say('place-starred')), patience).toBe(3);
  });

  it('go to the trash together and come back together', async () => {
    await page.click('.reader-pane .button-danger');
    await expect.poll(() => titles(page), patience).toEqual([title('ditu')]);
    await undo();
    await expect.poll(() => titles(page), patience).toEqual(all);
  }, flowMs);
});

describe('the trash', () => {
  it('gives an article back', async () => {
    for (const slug of ['ditu', 'comet']) {
      await openArticle(page, title(slug));
      await page.press('Delete');
      await expect.poll(() => titles(page), patience).not.toContain(title(slug));
    }
    await goTo(page, say('place-trash'));
    await expect.poll(async () => (await titles(page)).toSorted(), patience).toEqual([title('ditu'), title('comet')].toSorted());
    await choose(page, title('ditu'));
    await page.waitFor(`text=${say('in-trash')}`);
    await page.click(named('restore'));
    await expect.poll(() => titles(page), patience).toEqual([title('comet')]);
    await goTo(page, say('place-all'));
    await expect.poll(() => titles(page), patience).toEqual(without('comet'));
  }, flowMs);

  it('is emptied when the user has said so twice', async () => {
    await goTo(page, say('place-trash'));
    await page.click(named('empty-trash'));
    await page.waitFor('[role=alertdialog]');
    await page.click('[role=alertdialog] .dialog-buttons button:first-child');
    await page.waitForNo('[role=alertdialog]');
    expect(await titles(page)).toEqual([title('comet')]);
    await page.click(named('empty-trash'));
    await page.click('[role=alertdialog] .button-danger');
    await page.waitFor(`text=${say('empty-trash-place')}`);
    await page.waitFor(`text=${say('purged-toast', { count: 1, n: 1 })}`);
    await goTo(page, say('place-all'));
    await expect.poll(() => titles(page), patience).toEqual(without('comet'));
  }, flowMs);
});
