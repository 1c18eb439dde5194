// How far one has read, as a line along the top of the page.

import { usePart } from '../../lib/store.ts';
import { pageFacts } from '../../state/page.ts';
import { useWords } from '../../state/words.ts';

export function ProgressLine() {
  const { say } = useWords();
  const read = usePart(pageFacts, (facts) => facts.read);
  if (read === null) return null;
  return (
    <div className="progress-line" role="progressbar" aria-label={say('reading-progress')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * read)}>
      <span style={{ transform: `scaleX(${read})` }} />
    </div>
  );
}
