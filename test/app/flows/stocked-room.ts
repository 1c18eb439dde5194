// A room whose library has some of the demo's articles, each saved after the other.

import type { PageDriver } from '../page-driver.ts';
import { fill } from './article-list.ts';
import { openDemo, type Demo } from './demo.ts';
import { openRoom, type Room } from './room.ts';

export interface Stocked {
  readonly demo: Demo;
  readonly room: Room;
  readonly page: PageDriver;
  /** The titles as the list has them: the newest first, which is the last that was saved. */
  readonly all: readonly string[];
}

export async function openStocked(slugs: readonly string[]): Promise<Stocked> {
  const demo = await openDemo(slugs);
  const room = await openRoom();
  for (const slug of slugs) await fill(room.page, [demo.url(slug)]);
  return { demo, room, page: room.page, all: slugs.map((slug) => demo.article(slug).title).toReversed() };
}
