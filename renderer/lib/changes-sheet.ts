// How what was changed looks in the reader's page: inserted words, deleted words, pictures beside each other.

export const insertedHighlight = 'offprint-inserted';
export const currentHighlight = 'offprint-current';

const green = 'light-dark(oklch(0.93 0.07 152), oklch(0.44 0.08 155 / 0.75))';
const greenLine = 'light-dark(oklch(0.52 0.11 152), oklch(0.75 0.11 155))';
const red = 'light-dark(oklch(0.5 0.15 25), oklch(0.76 0.1 22))';
const redWash = 'light-dark(oklch(0.96 0.02 20), oklch(0.36 0.06 20 / 0.5))';
const current = 'light-dark(oklch(0.43 0.12 258), oklch(0.78 0.09 250))';

export const changesSheet = `
  ::highlight(${insertedHighlight}) { background-color: ${green}; text-decoration: underline 1.5px ${greenLine}; text-underline-offset: 0.2em; }
  ::highlight(${currentHighlight}) { background-color: light-dark(oklch(0.86 0.11 152), oklch(0.52 0.1 155)); }
  .offprint-deleted { border-radius: 2px; background: ${redWash}; color: ${red}; text-decoration: line-through 1.5px; }
  .offprint-deleted[data-current] { box-shadow: 0 0 0 2px ${current}; }
  .offprint-pair { display: flex; flex-wrap: wrap; gap: 1em; justify-content: center; margin: 1em 0; padding: 0.9em; border: 1px solid light-dark(oklch(0.88 0.01 262), oklch(0.36 0.012 262)); border-radius: 8px; }
  .offprint-pair[data-current] { border-color: ${current}; box-shadow: 0 0 0 1px ${current}; }
  .offprint-side { display: flex; flex: 1 1 14em; flex-direction: column; gap: 0.5em; min-width: 0; max-width: 100%; }
  article.offprint .offprint-side img { max-height: 60vh; margin: 0 auto; border-radius: 3px; object-fit: contain; }
  .offprint-side-name { color: light-dark(oklch(0.46 0.015 262), oklch(0.68 0.012 262)); font: 500 0.75em/1.4 var(--sans); text-align: center; text-indent: 0; }
  .offprint-side[data-change=removed] img { opacity: 0.6; }
  .offprint-side[data-change=removed] .offprint-side-name { color: ${red}; }
  .offprint-side[data-change=added] .offprint-side-name { color: ${greenLine}; }
`;
