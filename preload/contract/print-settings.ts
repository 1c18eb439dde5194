// How articles are put on paper: what the export dialog and the terminal's options choose, and what the app remembers.

export const paperNames = ['a4', 'a5', 'b5', 'letter', 'legal'] as const;
export type PaperName = (typeof paperNames)[number];

export const marginNames = ['narrow', 'normal', 'wide'] as const;
export type MarginName = (typeof marginNames)[number];

/** Points. */
export const typeSizes = { least: 8, most: 16, step: 0.5 } as const;

export interface PrintSettings {
  readonly paper: PaperName;
  readonly landscape: boolean;
  readonly margins: MarginName;
  /** Of the text, in points. */
  readonly typeSize: number;
  readonly columns: 1 | 2;
  /** One page as long as the article, instead of sheets. */
  readonly onePage: boolean;
  /** Several articles as one book with its contents, instead of one file each. */
  readonly book: boolean;
  /** The notes of marks stand after the text too. */
  readonly notes: boolean;
  /** The article and its marks lie in the file, so that Offprint can take them back. */
  readonly attach: boolean;
  /** Who the marks are by, for the comment lists of other programs; empty for nobody. */
  readonly author: string;
}

export const usualPrint: PrintSettings = {
  paper: 'a4',
  landscape: false,
  margins: 'normal',
  typeSize: 10.5,
  columns: 1,
  onePage: false,
  book: false,
  notes: false,
  attach: true,
  author: '',
};
