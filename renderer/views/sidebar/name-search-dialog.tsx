// The name of a search that is kept.

import { useState, type FormEvent } from 'react';
import { Form, Input, Label, Text, TextField } from 'react-aria-components';
import type { PutSearchRequest } from '../../../preload/contract/calls.ts';
import { keepSearch } from '../../services/saved-searches.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';

interface NameSearchProps {
  readonly search: PutSearchRequest['search'];
  readonly onClose: () => void;
}

const longestName = 120;

export function NameSearchDialog({ search, onClose }: NameSearchProps) {
  const { say } = useWords();
  const [text, setText] = useState(search.name);
  const name = text.trim().slice(0, longestName);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '') return;
    onClose();
    void keepSearch({ ...search, name });
  };
  return (
    <DialogFrame title={say(search.id === null ? 'search-keep' : 'search-rename')} onClose={onClose}>
      <Form onSubmit={submit}>
        <TextField className="field" value={text} onChange={setText} maxLength={longestName} autoFocus>
          <Label className="field-label">{say('search-name')}</Label>
          <Input className="input" onFocus={(event) => event.currentTarget.select()} />
          <Text slot="description" className="field-hint">
            {say('search-keep-hint')}
          </Text>
        </TextField>
        <div className="dialog-buttons">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={name === ''}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
