// Links by hand: one, or several, one a line.

import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Form, Text, TextArea, TextField } from 'react-aria-components';
import { isPrimary } from '../../lib/keys.ts';
import { typedLinks } from '../../lib/links.ts';
import { saveInputs } from '../../services/adding.ts';
import { platformOf, session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';

export function AddLinkDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const links = typedLinks(text);
  const submit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (links.length === 0) return;
    onClose();
    void saveInputs(links);
  };
  const keys = (event: KeyboardEvent): void => {
    const wanted = event.key === 'Enter' && (isPrimary(event, platformOf(session.get())) || (!event.shiftKey && !text.includes('\n')));
    if (wanted && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <DialogFrame title={say('add-link-title')} onClose={onClose}>
      <Form onSubmit={submit}>
        <TextField className="field" aria-label={say('links')} value={text} onChange={setText} autoFocus>
          <TextArea className="input link-input" onKeyDown={keys} rows={4} spellCheck={false} placeholder="https://" />
          <Text slot="description" className="field-hint">
            {say('add-link-hint')}
          </Text>
        </TextField>
        <div className="dialog-buttons">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" type="submit" isDisabled={links.length === 0}>
            {links.length > 1 ? say('save-several', { count: links.length }) : say('save')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
