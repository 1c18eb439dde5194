// Tags of one article or several: those they have, a field for another, and the library's own to choose from.

import { useState, type FormEvent } from 'react';
import { Dialog, DialogTrigger, Form, Input, Popover, TextField } from 'react-aria-components';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import { useStore } from '../../lib/store.ts';
import { changeTags } from '../../services/changes.ts';
import { counts } from '../../state/listing.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';

export function TagsButton({ article }: { readonly article: ArticleRow }) {
  const { say } = useWords();
  return (
    <DialogTrigger>
      <IconButton icon="tag" label={say('edit-tags')} />
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="tags-dialog" aria-label={say('tags')}>
          <TagsEditor ids={[article.id]} tags={article.tags} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const mostOffered = 8;

interface TagsEditorProps {
  readonly ids: readonly string[];
  readonly tags: readonly string[];
}

export function TagsEditor({ ids, tags }: TagsEditorProps) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const all = useStore(counts).tags.map(({ tag }) => tag);
  const wanted = text.trim().toLowerCase();
  const offered = all.filter((tag) => !tags.includes(tag) && tag.toLowerCase().includes(wanted)).slice(0, mostOffered);
  const add = (tag: string): void => {
    setText('');
    if (tag !== '' && !tags.includes(tag)) void changeTags(ids, [tag], []);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add(text.trim());
  };
  return (
    <div className="tags-editor">
      {tags.length === 0 ? null : (
        <ul className="chips">
          {tags.map((tag) => (
            <li key={tag} className="chip">
              {tag}
              <button type="button" aria-label={say('remove-tag', { tag })} onClick={() => void changeTags(ids, [], [tag])}>
                <Icon name="close" size={11} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Form onSubmit={submit}>
        <TextField aria-label={say('new-tag')} value={text} onChange={setText} autoFocus>
          <Input className="input" placeholder={say('new-tag')} />
        </TextField>
      </Form>
      {offered.length === 0 ? null : (
        <div className="tags-offered">
          {offered.map((tag) => (
            <button key={tag} type="button" className="badge badge-tag" onClick={() => add(tag)}>
              {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
