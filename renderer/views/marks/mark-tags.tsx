// The tags of a mark: those it has, and a field for another while it is chosen.

import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';

interface MarkTagsProps {
  readonly tags: readonly string[];
  readonly offered: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}

export function MarkTags({ tags, offered, onChange }: MarkTagsProps) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const add = (): void => {
    const tag = text.trim().replace(/^#/, '').slice(0, 200);
    setText('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
    else if (event.key === 'Escape') setText('');
    else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };
  if (tags.length === 0 && !offered) return null;
  return (
    <div className="mark-tags" role="group" aria-label={say('tags')}>
      {tags.map((tag) => (
        <span key={tag} className="mark-tag">
          {tag}
          {offered ? (
            <button type="button" aria-label={say('remove-tag', { tag })} onClick={() => onChange(tags.filter((other) => other !== tag))}>
              <Icon name="close" size={10} />
            </button>
          ) : null}
        </span>
      ))}
      {offered ? (
        <input className="mark-tag-field" aria-label={say('new-tag')} placeholder={say('new-tag')} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={press} onBlur={add} />
      ) : null}
    </div>
  );
}
