// What `extract --explain` tells on stderr: which part of the page was taken, and each block that was left out, with its reason.

import { extracting } from '../../../preload/contract/messages/extracting.ts';
import { fill } from '../../../preload/contract/messages/locale.ts';
import type { Choice, Extract } from '../../../preload/contract/extract.ts';
import { printable } from '../layout.ts';
import type { Output } from '../output.ts';

/** Characters of a block that are shown. */
const shown = 100;

export function explanation({ choice, dropped }: Extract, output: Output): string[] {
  const words = extracting[output.locale];
  const blocks = dropped.map(({ reason, element, text }) => {
    const short = text.length > shown ? `${text.slice(0, shown)}…` : text;
    return `  ${output.style('yellow', words[reason])}  ${output.style('dim', printable(element))}  ${printable(short)}`;
  });
  return ['', chosen(choice, words), fill(words.droppedBlocks, { count: dropped.length }), ...blocks];
}

function chosen(choice: Choice, words: (typeof extracting)['en']): string {
  switch (choice.from) {
    case 'element':
      return fill(words.chosen, { element: printable(choice.element), percent: choice.percent });
    case 'file':
      return words.chosenWhole;
    case 'data':
      return words.chosenData;
  }
}
