// The sheet of all keys.

import { Heading } from 'react-aria-components';
import { usePart } from '../../lib/store.ts';
import { keyGroups, type KeyGroup } from '../../services/keys.ts';
import { platformOf, session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { KeyCaps } from './key-caps.tsx';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <DialogFrame title={say('keys-title')} size="large" onClose={onClose}>
      <span className="dialog-close">
        <IconButton icon="close" size={16} label={say('close')} onPress={onClose} />
      </span>
      <div className="key-groups">
        {keyGroups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
    </DialogFrame>
  );
}

function Group({ group: { title, lines } }: { readonly group: KeyGroup }) {
  const { say } = useWords();
  const platform = usePart(session, platformOf);
  const fullScreen = platform === 'darwin' ? 'Control+Mod+F' : 'F11';
  return (
    <section className="key-group">
      <Heading level={3} className="key-group-title">
        {say(title)}
      </Heading>
      <dl>
        {lines.map(({ what, keys }) => (
          <div key={what} className="key-line">
            <dt>{say(what)}</dt>
            <dd>
              {(what === 'key-full-screen' ? [fullScreen] : keys).map((each) => (
                <KeyCaps key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
