// What the main side tells the window: that something changed, never what it is now. The window asks again.

export type Topic = 'articles' | 'marks' | 'jobs' | 'settings' | 'library' | 'searches';

/** What a menu item, a shortcut or the system asks the window to do. */
export type WindowCommand =
  | { readonly do: 'add-link' }
  | { readonly do: 'add-files' }
  /** In the library. */
  | { readonly do: 'find' }
  | { readonly do: 'find-in-article' }
  | { readonly do: 'find-next' }
  | { readonly do: 'find-previous' }
  | { readonly do: 'export' }
  | { readonly do: 'settings' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'toggle-star' }
  | { readonly do: 'toggle-read' }
  | { readonly do: 'archive' }
  | { readonly do: 'delete' }
  | { readonly do: 'show-reader' }
  | { readonly do: 'show-original' }
  | { readonly do: 'about' }
  | { readonly do: 'keys' }
  | { readonly do: 'palette' }
  | { readonly do: 'next-article' }
  | { readonly do: 'previous-article' }
  /** From a deep link: the window asks before it saves. */
  | { readonly do: 'confirm-save'; readonly url: string }
  /** Files the system asked to open, or dropped on the icon. */
  | { readonly do: 'save-inputs'; readonly inputs: readonly string[] };

export type WindowEvent =
  | { readonly type: 'changed'; readonly topic: Topic }
  | { readonly type: 'command'; readonly command: WindowCommand };
