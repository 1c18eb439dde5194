// How far some work has come, of what is known of it.

import { useWords } from '../../state/words.ts';

interface ProgressBarProps {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

export function ProgressBar({ done, total }: ProgressBarProps) {
  const { say } = useWords();
  const known = total > 0;
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={say('progress')}
      aria-valuemin={0}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? done : undefined}
      data-unknown={known ? undefined : true}
    >
      <div style={known ? { width: `${(100 * done) / total}%` } : undefined} />
    </div>
  );
}
