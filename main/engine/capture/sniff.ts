// What bytes are, by themselves: a site's word for it is often wrong, and nothing may be stored under a type that runs.

import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import type { ShownRole } from '../../../preload/contract/article.ts';

export interface Sniffed {
  readonly type: string;
  /** The stored file's ending, without a dot. */
  readonly extension: string;
  readonly width: number | null;
  readonly height: number | null;
}

const families: Readonly<Record<ShownRole, RegExp>> = {
  image: /^image\//,
  icon: /^image\//,
  font: /^(font\/|application\/(font|vnd\.ms-fontobject))/,
  media: /^(audio|video)\/|^application\/ogg/,
  style: /^text\/css/,
};

/** The bytes' true type, if it is one that the role allows; else null. Styles are text and pass as they are. */
export async function sniff(bytes: Uint8Array, role: ShownRole): Promise<Sniffed | null> {
  if (role === 'style') return isMarkup(bytes) ? null : { type: 'text/css', extension: 'css', width: null, height: null };
  if (isSvg(bytes)) return role === 'image' || role === 'icon' ? { type: 'image/svg+xml', extension: 'svg', ...sizeOf(bytes) } : null;
  const found = await fileTypeFromBuffer(bytes);
  if (found === undefined || !families[role].test(found.mime)) return null;
  const isPicture = role === 'image' || role === 'icon';
  return { type: found.mime, extension: found.ext, ...(isPicture ? sizeOf(bytes) : { width: null, height: null }) };
}

function sizeOf(bytes: Uint8Array): { width: number | null; height: number | null } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // A form that image-size does not read: the picture is kept all the same.
    return { width: null, height: null };
  }
}

/** By steps, not by one expression: what stands before the first element is a stranger's, and may be made to backtrack. */
function isSvg(bytes: Uint8Array): boolean {
  let rest = headOf(bytes);
  for (;;) {
    rest = rest.replace(/^[\uFEFF\s]+/, '');
    const end = rest.startsWith('<!--') ? '-->' : /^<(\?xml|!doctype svg)/i.test(rest) ? '>' : null;
    if (end === null) return /^<svg[\s>]/i.test(rest);
    const at = rest.indexOf(end, 4);
    if (at < 0) return false;
    rest = rest.slice(at + end.length);
  }
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body|\?xml)/i.test(headOf(bytes));
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024)).toString('utf8');
}
