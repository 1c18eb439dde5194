// Shown over the whole window while something is dragged over it.

import { usePart } from '../../lib/store.ts';
import { panes } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';

export function DropOverlay() {
  const dropping = usePart(panes, (value) => value.dropping);
  const { say } = useWords();
  if (!dropping) return null;
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-sheet">
        <Icon name="book" size={34} />
        <p className="drop-title">{say('drop-title')}</p>
        <p className="drop-text">{say('drop-text')}</p>
      </div>
    </div>
  );
}
