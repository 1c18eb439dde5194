// The language of the search box, short: each line can be tried.

import { searchNow } from '../../services/searching.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';

const examples: readonly (readonly [query: string, meaning: WordKey])[] = [
  ['tide mill', 'help-words'],
  ['"high water"', 'help-phrase'],
  ['mill -moon', 'help-not'],
  ['mill OR comet', 'help-or'],
  ['light*', 'help-prefix'],
  ['title:moon', 'help-field'],
  ['tag:history', 'help-tag'],
  ['lang:zh', 'help-language'],
  ['is:unread', 'help-is'],
  ['has:mark', 'help-has'],
  ['published:2020..2024', 'help-published'],
  ['saved:7d', 'help-saved'],
  ['words:>2000', 'help-length'],
  ['pinyin:shan', 'help-pinyin'],
  ['sort:newest', 'help-sort'],
];

export function SearchHelp({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const attempt = (query: string): void => {
    onClose();
    searchNow(query);
  };
  return (
    <DialogFrame title={say('search-help')} size="medium" onClose={onClose}>
      <p className="dialog-text">{say('search-help-text')}</p>
      <div className="help-lines">
        {examples.map(([query, meaning]) => (
          <button key={query} type="button" className="help-line" onClick={() => attempt(query)}>
            <code>{query}</code>
            <span>{say(meaning)}</span>
          </button>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button onPress={onClose}>{say('close')}</Button>
      </div>
    </DialogFrame>
  );
}
