// How the article is set, changed beside it: the page follows at once.

import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { usePart } from '../../lib/store.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { TypeFields } from '../settings/type-fields.tsx';

export function TypeButton() {
  const { say } = useWords();
  const settings = usePart(session, (value) => value.settings);
  return (
    <DialogTrigger>
      <IconButton icon="type" label={say('reader-type')} />
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="type-panel" aria-label={say('reader-type')}>
          <TypeFields settings={settings} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
