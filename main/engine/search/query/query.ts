// A query as it was understood: what must hold of an article, in which order they are wanted, and which parts are odd.

import type { QuerySpan, SortOrder } from '../../../../preload/contract/calls.ts';
import type { fieldMarks } from '../text/index-terms.ts';
import type { TimeSpan } from './spans-of-time.ts';

export type TextField = keyof typeof fieldMarks;
export type StateName = 'unread' | 'read' | 'starred' | 'archived' | 'partial' | 'damaged' | 'mark' | 'note' | 'image' | 'video' | 'missing';

/** One thing that must (or, negated, must not) hold of an article. */
export type Clause = Meaning & { readonly negated: boolean };

export type Meaning =
  | TextMeaning
  | { readonly kind: 'pinyin'; readonly letters: string; readonly typing: boolean }
  | { readonly kind: 'label'; readonly name: 'tag' | 'lang'; readonly value: string; readonly prefix: boolean }
  | { readonly kind: 'state'; readonly state: StateName }
  /** `date` is when it was published, or saved where that is not known. */
  | { readonly kind: 'time'; readonly of: 'date' | 'published' | 'saved'; readonly span: TimeSpan }
  | { readonly kind: 'words'; readonly least: number; readonly most: number };

export interface TextMeaning {
  readonly kind: 'text';
  readonly field: TextField | null;
  /** Side by side, in this order. */
  readonly tokens: readonly string[];
  /** The last token stands for every token that begins with it. */
  readonly prefix: boolean;
  /** ... of which, while typing, the most frequent ones are enough. */
  readonly typing: boolean;
  /** The last token is of a script without spaces. */
  readonly gram: boolean;
  /** Latin letters that may also be the initials of a Chinese title, or null. */
  readonly initials: string | null;
  /** Where its word stands in the query. */
  readonly start: number;
  readonly end: number;
}

export interface Query {
  /** Of each group one clause must hold. No groups: nothing was asked. */
  readonly groups: readonly (readonly Clause[])[];
  /** The order that the query itself asks for, or null. */
  readonly sort: SortOrder | null;
  /** What was not understood and is searched as text or left out, in order. */
  readonly odd: readonly QuerySpan[];
}
