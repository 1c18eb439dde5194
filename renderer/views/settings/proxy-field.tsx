// How captures reach the web: as the system says, directly, or through a proxy of the user's own.

import { useState, type KeyboardEvent } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import { changeSettings } from '../../services/settings.ts';
import { useWords } from '../../state/words.ts';
import { Segments } from '../parts/segments.tsx';

type Way = 'system' | 'none' | 'own';

export function ProxyField({ proxy }: { readonly proxy: string }) {
  const { say } = useWords();
  const kept: Way = proxy === 'system' || proxy === 'none' ? proxy : 'own';
  const [way, setWay] = useState<Way>(kept);
  const change = (next: Way): void => {
    setWay(next);
    if (next !== 'own') void changeSettings({ proxy: next });
  };
  return (
    <div className="proxy">
      <Segments
        label={say('proxy')}
        value={way}
        choices={[
          { key: 'system', label: say('proxy-system') },
          { key: 'none', label: say('proxy-none') },
          { key: 'own', label: say('proxy-own') },
        ]}
        onChange={change}
      />
      {way === 'own' ? <ProxyAddress kept={kept === 'own' ? proxy : ''} /> : null}
    </div>
  );
}

function ProxyAddress({ kept }: { readonly kept: string }) {
  const { say } = useWords();
  const [text, setText] = useState(kept);
  const wrong = text !== '' && !isProxy(text);
  const keep = (): void => {
    if (isProxy(text) && text !== kept) void changeSettings({ proxy: text });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep();
  };
  return (
    <TextField className="field" aria-label={say('proxy-address')} value={text} onChange={setText} onBlur={keep} onKeyDown={keys} isInvalid={wrong}>
      <Input className="input" placeholder="http://127.0.0.1:8080" spellCheck={false} />
      <FieldError className="field-error">{say('proxy-wrong')}</FieldError>
    </TextField>
  );
}

function isProxy(text: string): boolean {
  return URL.canParse(text) && /^(https?|socks5h?):$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
