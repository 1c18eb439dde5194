// Does to a page what a reader may do, and more: hovers, focuses, presses and clicks everything, and sends every event to
// what listens for it. Runs in a page (serve-frames.ts).

/** @param mayLeave false where links to the web are held, as the app holds them: they lead away, and nobody follows one unasked. */
export function provoke(document: Document, mayLeave: boolean): void {
  const view = document.defaultView ?? window;
  document.addEventListener('click', (event) => {
    if (!mayLeave && event.composedPath().some(leadsToWeb)) event.preventDefault();
  }, true);
  for (const element of everything(document)) {
    for (const name of element.getAttributeNames().filter((each) => each.startsWith('on'))) element.dispatchEvent(new view.Event(name.slice(2)));
    for (const name of ['mouseover', 'mouseenter', 'mousemove', 'pointerenter', 'focus', 'focusin', 'mousedown', 'mouseup']) element.dispatchEvent(new view.Event(name, { bubbles: true }));
    if ('focus' in element) (element as HTMLElement).focus();
    press(element, view);
  }
  for (const name of ['hashchange', 'beforeprint', 'afterprint', 'resize', 'online', 'storage', 'message']) view.dispatchEvent(new view.Event(name));
}

function press(element: Element, view: Window & typeof globalThis): void {
  const { localName } = element;
  if (!/^(a|area|button|input|summary|label|form|mrow)$/.test(localName)) return;
  element.dispatchEvent(new view.MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  if (localName === 'form') (element as HTMLFormElement).requestSubmit?.();
}

function everything(root: ParentNode): Element[] {
  const inside = [...root.querySelectorAll('*')];
  return inside.flatMap((element) => [element, ...(element.shadowRoot === null ? [] : everything(element.shadowRoot))]);
}

function leadsToWeb(target: EventTarget): boolean {
  const element = target as Partial<Element>;
  const href = element.getAttribute?.('href') ?? element.getAttribute?.('xlink:href') ?? '';
  return /^(https?|mailto):/i.test(href);
}
