// What is said where a mark is not exactly as it was made, and what can be done about it.

import { attachMark } from '../../services/marking.ts';
import { keepPlace } from '../../services/placing.ts';
import { marks, type FoundMark } from '../../state/reader.ts';
import { usePart } from '../../lib/store.ts';
import { useWords, type WordKey } from '../../state/words.ts';

export function MarkState({ id, found }: { readonly id: string; readonly found: FoundMark | null }) {
  const { say } = useWords();
  const attaching = usePart(marks, (value) => value.attaching === id);
  if (attaching) {
    return (
      <p className="mark-state" data-state="attaching">
        {say('mark-attaching')}{' '}
        <button type="button" className="text-action" onClick={() => attachMark(null)}>
          {say('cancel')}
        </button>
      </p>
    );
  }
  const sentence = found === null ? null : sentenceOf(found);
  if (sentence === null || found === null) return null;
  return (
    <p className="mark-state" data-state={found.sure ? found.state : 'guess'}>
      {say(sentence)}{' '}
      {found.state === 'gone' ? null : (
        <button type="button" className="text-action" onClick={() => void keepPlace(id)}>
          {say('mark-keep-place')}
        </button>
      )}{' '}
      <button type="button" className="text-action" onClick={() => attachMark(id)}>
        {say('mark-attach')}
      </button>
    </p>
  );
}

function sentenceOf({ state, sure }: FoundMark): WordKey | null {
  switch (state) {
    case 'exact':
      return null;
    case 'moved':
      return sure ? 'mark-moved' : 'mark-guess';
    case 'changed':
      return sure ? 'mark-changed' : 'mark-guess';
    case 'gone':
      return 'mark-gone';
  }
}
