// The options of `webContents.printToPDF` as DevTools takes them. All lengths are inches in both.

export interface PrintToPdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: { readonly marginType?: string; readonly top?: number; readonly bottom?: number; readonly left?: number; readonly right?: number };
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

const paper: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
  Tabloid: { width: 11, height: 17 },
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
};

export function devtoolsPrintOptions(options: PrintToPdfOptions): Readonly<Record<string, unknown>> {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const size = typeof pageSize === 'string' ? paper[pageSize] : pageSize;
  if (size === undefined) throw new Error(`stand-in: paper ${JSON.stringify(pageSize)} is not supported`);
  const { top, bottom, left, right } = margins.marginType === 'none' ? { top: 0, bottom: 0, left: 0, right: 0 } : margins;
  const given = { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right };
  const set = Object.fromEntries(Object.entries(given).filter(([, inches]) => inches !== undefined));
  return { ...same, ...set, paperWidth: size.width, paperHeight: size.height };
}
