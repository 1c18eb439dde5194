// Clauses that say nothing of words, as conditions on an article's number.

import type { Place } from '../../../../preload/contract/calls.ts';
import type { Meaning, StateName } from '../query/query.ts';
import type { Day, TimeSpan } from '../query/spans-of-time.ts';
import { noDay } from '../store/columns.ts';
import { flag, type FlagCondition } from '../store/flags.ts';
import type { Ground } from '../store/ground.ts';
import { tagsOfLabel } from '../store/labels.ts';
import { foldName } from '../text/tokens.ts';

export type Condition = (doc: number) => boolean;
export type StateMeaning = Exclude<Meaning, { kind: 'text' | 'pinyin' }>;

export const stateFlags: Readonly<Record<StateName, FlagCondition>> = {
  unread: { mask: flag.read, value: 0 },
  read: { mask: flag.read, value: flag.read },
  starred: { mask: flag.starred, value: flag.starred },
  archived: { mask: flag.archived, value: flag.archived },
  partial: { mask: flag.partial, value: flag.partial },
  damaged: { mask: flag.damaged, value: flag.damaged },
  mark: { mask: flag.mark, value: flag.mark },
  note: { mask: flag.note, value: flag.note },
  image: { mask: flag.image, value: flag.image },
  video: { mask: flag.video, value: flag.video },
  missing: { mask: flag.missing, value: flag.missing },
};

const inUse = { mask: flag.present | flag.trashed, value: flag.present };
const notArchived = { mask: inUse.mask | flag.archived, value: inUse.value };

/** A search looks through the archive too, a list does not. */
export function placeFlags(place: Place, searching: boolean): FlagCondition {
  switch (place) {
    case 'all':
      return searching ? inUse : notArchived;
    case 'unread':
      return { mask: notArchived.mask | flag.read, value: notArchived.value };
    case 'starred':
      return { mask: inUse.mask | flag.starred, value: inUse.value | flag.starred };
    case 'archived':
      return { mask: inUse.mask | flag.archived, value: inUse.value | flag.archived };
    case 'trash':
      return { mask: flag.present | flag.trashed, value: flag.present | flag.trashed };
  }
}

export function conditionOf(ground: Ground, meaning: StateMeaning): Condition {
  const { columns } = ground;
  switch (meaning.kind) {
    case 'state': {
      const { mask, value } = stateFlags[meaning.state];
      return (doc) => ((columns.flags[doc] as number) & mask) === value;
    }
    case 'words':
      return (doc) => (columns.words[doc] as number) >= meaning.least && (columns.words[doc] as number) <= meaning.most;
    case 'time':
      return timeCondition(ground, meaning.of, meaning.span);
    case 'label': {
      const numbers = labelNumbers(ground, meaning);
      const column = meaning.name === 'tag' ? columns.tags : columns.language;
      return (doc) => numbers.has(column[doc] as number);
    }
  }
}

/** The one tag as it is written, as a place of the sidebar asks for it. */
export function tagCondition({ columns, labels }: Ground, tag: string): Condition {
  const numbers = new Set(labels.of('tags').filter(({ name }) => tagsOfLabel(name).includes(tag)).map(({ number }) => number));
  return (doc) => numbers.has(columns.tags[doc] as number);
}

function labelNumbers({ labels }: Ground, { name, value, prefix }: Extract<StateMeaning, { kind: 'label' }>): ReadonlySet<number> {
  const fits = (label: string): boolean => {
    const folded = foldName(label);
    return prefix ? folded.startsWith(value) : folded === value;
  };
  const fitting = name === 'tag' ? labels.of('tags').filter((label) => tagsOfLabel(label.name).some(fits)) : labels.of('language').filter((label) => fits(label.name));
  return new Set(fitting.map(({ number }) => number));
}

function timeCondition({ columns }: Ground, of: 'date' | 'published' | 'saved', span: TimeSpan): Condition {
  const wasSaved = (doc: number): boolean => lies(columns.saved[doc] as number, span, (day) => day.begins);
  const wasPublished = (doc: number): boolean => lies(columns.published[doc] as number, span, ({ day }) => day);
  const isDated = (doc: number): boolean => columns.published[doc] !== noDay;
  switch (of) {
    case 'saved':
      return wasSaved;
    case 'published':
      return (doc) => isDated(doc) && wasPublished(doc);
    case 'date':
      return (doc) => (isDated(doc) ? wasPublished(doc) : wasSaved(doc));
  }
}

function lies(value: number, { from, to }: TimeSpan, of: (day: Day) => number): boolean {
  return (from === null || value >= of(from)) && (to === null || value < of(to));
}
