// A question before something that cannot be taken back, or that somebody else proposed.

import { useWords } from '../../state/words.ts';
import { Button } from './button.tsx';
import { DialogFrame } from './dialog-frame.tsx';

interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  /** What it is about, on its own line: an address. */
  readonly subject?: string;
  readonly action: string;
  readonly tone: 'primary' | 'danger';
  readonly onYes: () => void;
  readonly onClose: () => void;
}

export function AskDialog({ title, text, subject, action, tone, onYes, onClose }: AskDialogProps) {
  const { say } = useWords();
  const answer = (): void => {
    onClose();
    onYes();
  };
  return (
    <DialogFrame title={title} role="alertdialog" onClose={onClose}>
      <p className="dialog-text">{text}</p>
      {subject === undefined ? null : <p className="dialog-subject">{subject}</p>}
      <div className="dialog-buttons">
        <Button onPress={onClose}>{say('cancel')}</Button>
        <Button tone={tone} autoFocus onPress={answer}>
          {action}
        </Button>
      </div>
    </DialogFrame>
  );
}
