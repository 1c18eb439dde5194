// Words from the open article on the clipboard, with where they are from.

import { reader } from '../state/reader.ts';
import { currentWords } from '../state/words.ts';
import { askAloud } from './ask.ts';
import { showToast } from './toasts.ts';

export async function copyQuote(quote: string): Promise<void> {
  const { article } = reader.get();
  const { say } = currentWords();
  const source = [article?.title, article?.url].filter((part) => part != null && part !== '').join('\n');
  const result = await askAloud('copyText', { text: say('quote', { quote: quote.trim(), source }) });
  if (result.ok) showToast(say('copied-toast'));
}
