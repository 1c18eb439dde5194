// The table of formats. A new one is a file beside this, a line here and a name in the contract's `exportFormats`.

import type { ExportFormat } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { writeHtml } from './html.ts';
import { writeMarkdown } from './markdown.ts';
import type { Material, Publication, PublishTools } from './material.ts';
import { writePdf } from './pdf.ts';

export interface Format {
  /** Without a dot. */
  readonly extension: string;
  /** Makes the file in memory; where it is put is the caller's matter. */
  readonly write: (material: Material, tools: PublishTools) => Promise<Result<Publication>>;
}

export const formats: { readonly [F in ExportFormat]: Format } = {
  pdf: { extension: 'pdf', write: writePdf },
  html: { extension: 'html', write: writeHtml },
  markdown: { extension: 'md', write: writeMarkdown },
};
