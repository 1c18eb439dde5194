// The table of formats. A new one is a file beside this, a line here and a name in the contract's `exportFormats`.
// Each is loaded when it is first asked for: the PDF library alone would double the terminal's start.

import type { ExportFormat } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Material, Publication, PublishTools } from './material.ts';

export interface Format {
  /** Without a dot. */
  readonly extension: string;
  /** Makes the file in memory; where it is put is the caller's matter. */
  readonly write: (material: Material, tools: PublishTools) => Promise<Result<Publication>>;
}

export const formats: { readonly [F in ExportFormat]: Format } = {
  pdf: { extension: 'pdf', write: async (material, tools) => (await import('./pdf.ts')).writePdf([material], tools) },
  html: { extension: 'html', write: async (material) => (await import('./html.ts')).writeHtml(material) },
  markdown: { extension: 'md', write: async (material) => (await import('./markdown.ts')).writeMarkdown(material) },
};
