// Finding an element in the page. The function is sent as source text and uses nothing outside itself.

export interface Found {
  /** The middle of the first one, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly count: number;
}

/** The first shown element for a selector (page-driver.ts says which there are), or null. */
export function findElement(selector: string): Found | null {
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const textOf = (element: Element): string => (element as HTMLElement).innerText?.trim() ?? '';
  const labelOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labelled = by.map((id) => element.ownerDocument.getElementById(id)?.innerText.trim() ?? '').join(' ');
    const fields = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.innerText.trim()).join(' ');
    return labelled || fields || (element.getAttribute('aria-label') ?? '');
  };
  const controls = 'button, a, input, select, textarea, summary, [role], [tabindex], [contenteditable]';
  const search = (root: Document, wanted: string): Element[] => {
    // A document that is just being made has no body yet.
    if (root.body === null) return [];
    const [, kind, value = ''] = /^(text|name)=(.*)$/s.exec(wanted) ?? [];
    if (kind === undefined) return [...root.querySelectorAll(wanted)].filter(isShown);
    if (kind === 'name') {
      const named = [...root.querySelectorAll(controls)].filter(isShown);
      return named.filter((element) => labelOf(element) === value || textOf(element) === value);
    }
    const all = [...root.body.querySelectorAll('*')].filter((element) => isShown(element) && textOf(element) === value);
    return all.filter((element) => !all.some((other) => other !== element && element.contains(other)));
  };
  const [first = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  let elements = search(document, first);
  const offset = { x: 0, y: 0 };
  for (const part of inner) {
    const frame = elements[0];
    const content = frame instanceof HTMLIFrameElement ? frame.contentDocument : null;
    if (frame === undefined || content === null || content.body === null) return null;
    const box = frame.getBoundingClientRect();
    offset.x += box.x + frame.clientLeft;
    offset.y += box.y + frame.clientTop;
    elements = search(content, part);
  }
  const [element] = elements;
  if (element === undefined) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const point = { x: offset.x + box.x + box.width / 2, y: offset.y + box.y + box.height / 2 };
  return { ...point, text: textOf(element), count: elements.length };
}
