// What this is, and which version.

import { useStore } from '../../lib/store.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { environment, library } = useStore(session);
  return (
    <DialogFrame title={say('app-name')} onClose={onClose}>
      <p className="dialog-text">{say('about-text')}</p>
      <dl className="about-facts">
        <dt>{say('version')}</dt>
        <dd>{environment?.version ?? ''}</dd>
        <dt>{say('library')}</dt>
        <dd>{library?.path ?? environment?.libraryPath ?? ''}</dd>
      </dl>
      <div className="dialog-buttons">
        <Button tone="primary" autoFocus onPress={onClose}>
          {say('close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
