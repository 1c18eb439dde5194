// Who a key press belongs to.

/** Whether keys typed here are text: then they are no shortcuts. Works across frames (no instanceof). */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (element?.nodeName === undefined) return false;
  if (element.isContentEditable === true) return true;
  if (element.nodeName === 'TEXTAREA' || element.nodeName === 'SELECT') return true;
  return element.nodeName === 'INPUT' && !/^(checkbox|radio|range|button)$/.test((element as HTMLInputElement).type);
}

/** Command on a Mac, Control elsewhere. */
export function isPrimary(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }, platform: string): boolean {
  return platform === 'darwin' ? event.metaKey : event.ctrlKey;
}
