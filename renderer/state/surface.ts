// What lies over the window: the dialog that is open, toasts, the tray of captures, the sidebar when it floats.

import type { JobView, PutSearchRequest } from '../../preload/contract/calls.ts';
import type { ShownPicture } from '../lib/shown-pictures.ts';
import { createStore } from '../lib/store.ts';

export type OpenDialog =
  | { readonly kind: 'add-link' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'about' }
  | { readonly kind: 'search-help' }
  | { readonly kind: 'name-search'; readonly search: PutSearchRequest['search'] }
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'export'; readonly ids: readonly string[] }
  | { readonly kind: 'tags'; readonly ids: readonly string[] }
  | { readonly kind: 'confirm-save'; readonly url: string }
  | { readonly kind: 'empty-trash'; readonly count: number }
  | { readonly kind: 'purge'; readonly ids: readonly string[] };

export const dialog = createStore<OpenDialog | null>(null);

/** The article's pictures, one of them looked at closely. */
export interface LightBox {
  readonly pictures: readonly ShownPicture[];
  readonly at: number;
}

export const lightBox = createStore<LightBox | null>(null);

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Whether the action takes back what was done: what the menu's Undo runs. */
  readonly undoes: boolean;
}

export const toasts = createStore<readonly Toast[]>([]);

export const jobs = createStore<readonly JobView[]>([]);

export interface Panes {
  /** The sidebar, where the window is wide enough to have it beside the list. */
  readonly sidebar: boolean;
  /** The sidebar laid over the list in a narrow window. */
  readonly floating: boolean;
  /** The marks of the whole library take the place of the list and the article. */
  readonly notebook: boolean;
  /** In a narrow window either the list or the article is in view. */
  readonly showing: 'list' | 'article';
  readonly dropping: boolean;
  /** What the hits have in common is laid open over the list. */
  readonly facets: boolean;
  /** The article has the whole window. */
  readonly alone: boolean;
}

export const panes = createStore<Panes>({ sidebar: true, floating: false, notebook: false, showing: 'list', dropping: false, facets: false, alone: false });
