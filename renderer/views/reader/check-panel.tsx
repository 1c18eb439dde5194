// Behind the badge: how the copy was checked, and everything that is missing, with what was tried and what can be done.

import type { ArticleView, CaptureView, OfflineCheck } from '../../../preload/contract/article.ts';
import { missingReason } from '../../../preload/contract/messages/missing.ts';
import { useStore } from '../../lib/store.ts';
import { retryMissing } from '../../services/reading.ts';
import { retrying } from '../../state/reader.ts';
import { useWords, type Words } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { captureCheck } from '../parts/check-words.ts';
import { canRetry, MissingItem } from './missing-item.tsx';

/** More are counted, and not listed: nobody reads ten thousand. */
const most = 200;

interface CheckPanelProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function CheckPanel({ article, capture }: CheckPanelProps) {
  const words = useWords();
  const { say, locale, number } = words;
  const { missing, offline } = capture;
  const busy = useStore(retrying).has(capture.id);
  const faults = offline?.faults ?? [];
  return (
    <>
      <h2 className="check-title">{captureCheck(capture, article.damage, words).sentence}</h2>
      <p className="check-how">{howSentence(offline, words)}</p>
      {faults.length === 0 ? null : (
        <ul className="check-list">
          {faults.slice(0, most).map(({ url, reason }) => (
            <li key={url}>
              <p className="missing-url">{url}</p>
              <p className="missing-reason">{missingReason(reason, locale)}</p>
            </li>
          ))}
        </ul>
      )}
      {offline === null || offline.leaks.length === 0 ? null : (
        <>
          <p className="check-how">{say('check-leaks')}</p>
          <ul className="check-list">
            {offline.leaks.slice(0, most).map((address) => (
              <li key={address} className="missing-url">{address}</li>
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 ? null : (
        <ul className="check-list missing-list">
          {missing.slice(0, most).map((resource) => (
            <MissingItem key={`${resource.role} ${resource.url}`} article={article} capture={capture} resource={resource} />
          ))}
        </ul>
      )}
      {missing.length > most ? <p className="check-how">{say('missing-more', { n: number(missing.length - most) })}</p> : null}
      {missing.some(canRetry) ? (
        <div className="check-foot">
          <Button icon="retry" isDisabled={busy} onPress={() => void retryMissing(article.id, capture.id, null)}>
            {say(busy ? 'retrying' : 'retry-all')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function howSentence(check: OfflineCheck | null, { say, number }: Words): string {
  if (check === null) return say('not-checked');
  if (check.how === 'parsing') return say('checked-parsing');
  const isClean = check.leaks.length === 0 && check.broken === 0;
  return isClean ? say('checked-browser', { count: check.decoded, decoded: number(check.decoded) }) : say('checked-browser-not');
}
