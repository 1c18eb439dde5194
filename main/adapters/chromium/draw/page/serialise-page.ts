// The document as it is drawn now, as HTML: what scripts built, shadow roots, what is in fields, canvases as pictures,
// styles that only scripts know. Scripts themselves stay behind. Runs in our own world, in each frame.

import type { PageDocument, PageElement, PageNode, PageRoot, PageSheet } from './page-dom.ts';

interface OwnWorld {
  /** Which frame an element holds; set before (drawn-frames.ts). */
  offprintFrames?: WeakMap<PageNode, string>;
}

declare const document: PageDocument;
declare const window: OwnWorld;
declare const location: { readonly href: string };
declare class CSSStyleSheet implements PageSheet {
  readonly cssRules: PageSheet['cssRules'];
  readonly disabled: boolean;
  readonly href: string | null;
  replaceSync(text: string): void;
}

export interface SerialisedPage {
  readonly html: string;
  readonly url: string;
  readonly base: string;
}

/** @param longest characters; what comes after them is left out, all elements closed */
export function serialisePage(longest: number): SerialisedPage {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    length += text.length;
    parts.push(text);
  };

  const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
  const leftOut = new Set(['script', 'noscript', 'base', 'template', 'plaintext']);
  /** What a picture that is shown keeps; where else it might have come from no longer matters. */
  const pictureKeeps = /^(alt|title|class|id|style|width|height|usemap|ismap|dir|lang|role|border|align|hspace|vspace|itemprop|hidden|slot|part|referrerpolicy|aria-.*)$/;
  const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/\u00a0/g, '&nbsp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const escapeValue = (text: string): string => text.replace(/&/g, '&amp;').replace(/\u00a0/g, '&nbsp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const attribute = (name: string, value: string): string => ` ${name}="${escapeValue(value)}"`;
  const isPlainName = (name: string): boolean => /^[^\s"'<>/=\u0000-\u001f]+$/.test(name);

  const rulesOf = (sheet: PageSheet): string | null => {
    try {
      return Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n');
    } catch {
      return null;
    }
  };
  /** The text of a style, or its rules where scripts put them in. */
  const styleText = (element: PageElement): string => {
    const text = element.textContent;
    const { sheet } = element;
    if (sheet === undefined || sheet === null) return text;
    try {
      const plain = new CSSStyleSheet();
      plain.replaceSync(text);
      if (plain.cssRules.length === sheet.cssRules.length || /@import/i.test(text)) return text;
      return rulesOf(sheet) ?? text;
    } catch {
      return text;
    }
  };
  const styleTag = (css: string): string => (css === '' ? '' : `<style>${css.replace(/<(?=\/style)/gi, '\\3c ')}</style>`);
  const adopted = (root: PageRoot): string => Array.from(root.adoptedStyleSheets, (sheet) => (sheet.disabled ? '' : styleTag(rulesOf(sheet) ?? ''))).join('');

  const pixels = (element: PageElement, width: number, height: number): string | null => {
    try {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('width', String(width));
      canvas.setAttribute('height', String(height));
      canvas.getContext?.('2d')?.drawImage(element, 0, 0, width, height);
      return canvas.toDataURL?.() ?? null;
    } catch {
      // Pixels of another origin are not given out.
      return null;
    }
  };
  const canvasPicture = (canvas: PageElement): string | null => {
    try {
      const data = canvas.toDataURL?.() ?? '';
      return data.length > 100 ? data : null;
    } catch {
      return null;
    }
  };

  const attributesOf = (element: PageElement, keeps: (name: string) => boolean): string => {
    let text = '';
    for (const { name, value } of element.attributes) if (isPlainName(name) && !/^on/i.test(name) && keeps(name)) text += attribute(name, value);
    return text;
  };
  /** A speck, or a drawing in the page itself, may stand in for a picture that has yet to come. */
  const isShown = (picture: PageElement): boolean => {
    const shown = picture.currentSrc ?? '';
    if (shown === '' || (picture.naturalWidth ?? 0) < 3) return false;
    return !shown.startsWith('data:') || !Array.from(picture.attributes).some(({ name, value }) => /^(data-|_src|file)/.test(name) && /^(https?:)?\/\/|^\.{0,2}\/|\.(jpe?g|png|gif|webp|avif)/i.test(value));
  };

  const image = (element: PageElement): string => {
    if (!isShown(element)) return `<img${attributesOf(element, () => true)}>`;
    const shown = element.currentSrc ?? '';
    const address = shown.startsWith('blob:') ? pixels(element, element.naturalWidth ?? 0, element.getBoundingClientRect().height) : shown;
    return `<img${attributesOf(element, (name) => pictureKeeps.test(name))}${attribute('src', address ?? shown)}>`;
  };
  const canvas = (element: PageElement): string => {
    const data = canvasPicture(element);
    const box = element.getBoundingClientRect();
    const size = `width:${box.width}px;height:${box.height}px;${element.getAttribute('style') ?? ''}`;
    const rest = attributesOf(element, (name) => name !== 'style' && name !== 'width' && name !== 'height');
    return data === null ? '' : `<img${rest}${attribute('style', size)}${attribute('src', data)} alt="">`;
  };
  const video = (element: PageElement): string => {
    const playing = element.currentSrc ?? '';
    const poster = element.getAttribute('poster') ?? '';
    const frame = poster === '' && (element.readyState ?? 0) >= 2 ? pixels(element, element.videoWidth ?? 0, element.videoHeight ?? 0) : null;
    const rest = attributesOf(element, (name) => name !== 'src' && name !== 'autoplay');
    return `<video${rest}${/^https?:/.test(playing) ? attribute('src', playing) : ''}${frame === null ? '' : attribute('poster', frame)}>`;
  };
  const input = (element: PageElement): string => {
    const { type = 'text', value = '', checked = false } = element;
    const state = type === 'checkbox' || type === 'radio' ? (checked ? ' checked' : '') : '';
    const isSecret = type === 'password' || type === 'file';
    return `<input${attributesOf(element, (name) => name !== 'checked' && name !== 'value')}${isSecret ? '' : attribute('value', value)}${state}>`;
  };

  const head = (element: PageElement, name: string): string | null => {
    switch (name) {
      case 'img':
        return image(element);
      case 'canvas':
        return canvas(element);
      case 'video':
        return video(element);
      case 'input':
        return input(element);
      case 'option':
        return `<option${attributesOf(element, (one) => one !== 'selected')}${element.selected === true ? ' selected' : ''}>`;
      default:
        return null;
    }
  };

  /** Where elements end: text that is put when their children have been. */
  const stack: (PageNode | string)[] = [];
  const push = (children: Iterable<PageNode>, end: string): void => {
    stack.push(end);
    for (const child of Array.from(children).toReversed()) stack.push(child);
  };

  const isLeftOut = (element: PageElement, name: string): boolean => {
    if (leftOut.has(name)) return name !== 'script' || element.getAttribute('type')?.toLowerCase() !== 'application/ld+json';
    if (name === 'link') {
      const rel = (element.getAttribute('rel') ?? '').toLowerCase();
      // Hints for the network; and styles that are switched off.
      return /preload|prefetch|preconnect|modulepreload/.test(rel) || (rel.includes('stylesheet') && element.sheet?.disabled === true);
    }
    // Beside a picture that is shown, its other sources are history.
    return name === 'source' && element.parentNode !== null && Array.from(element.parentNode.childNodes).some((one) => one.nodeName === 'IMG' && isShown(one as PageElement));
  };

  const element = (node: PageElement): void => {
    const html = node.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const name = html ? node.localName : node.nodeName;
    if (!isPlainName(name) || (html && isLeftOut(node, name))) return;
    const frame = window.offprintFrames?.get(node);
    if (frame !== undefined) return put(`<iframe${attributesOf(node, (one) => one !== 'src' && one !== 'srcdoc' && one !== 'data')}${attribute('data-offprint-frame', frame)}${attribute('data-offprint-width', String(Math.round(node.getBoundingClientRect().width)))}></iframe>`);
    if (name === 'iframe') return put(`<iframe${attributesOf(node, () => true)}></iframe>`);
    if (html && name === 'canvas') return put(canvas(node));
    // A style that lies in the page's own memory.
    if (html && name === 'link' && (node.getAttribute('href') ?? '').startsWith('blob:')) return put(styleTag((node.sheet ?? null) === null ? '' : (rulesOf(node.sheet as PageSheet) ?? '')));
    put((html ? head(node, name) : null) ?? `<${name}${attributesOf(node, () => true)}>`);
    if (html && voids.has(name)) return;
    const end = `</${name}>`;
    if (html && name === 'style') return put(`${styleText(node).replace(/<(?=\/style)/gi, '\\3c ')}${end}`);
    if (html && name === 'script') return put(`${node.textContent.replace(/<(?=\/script|!--)/gi, '\\u003c')}${end}`);
    if (html && name === 'textarea') return put(`\n${escapeText(node.value ?? '')}${end}`);
    if (html && name === 'head') return push(node.childNodes, `${adopted(document)}${end}`);
    if (html && (name === 'pre' || name === 'listing') && node.textContent.startsWith('\n')) put('\n');
    push(node.childNodes, end);
    if (node.shadowRoot !== null) {
      stack.push(`${adopted(node.shadowRoot)}</template>`);
      for (const child of Array.from(node.shadowRoot.childNodes).toReversed()) stack.push(child);
      put('<template shadowrootmode="open">');
    }
  };

  const { doctype } = document;
  if (doctype !== null) {
    const ids = doctype.publicId === '' ? (doctype.systemId === '' ? '' : ` SYSTEM "${doctype.systemId}"`) : ` PUBLIC "${doctype.publicId}"${doctype.systemId === '' ? '' : ` "${doctype.systemId}"`}`;
    put(`<!DOCTYPE ${doctype.name}${ids}>`);
  }
  if (document.documentElement !== null) stack.push(document.documentElement);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') put(next);
    else if (length > longest) continue;
    else if (next.nodeType === 1) element(next as PageElement);
    else if (next.nodeType === 3 || next.nodeType === 4) put(escapeText(next.nodeValue ?? ''));
  }
  return { html: parts.join(''), url: location.href, base: document.baseURI };
}
