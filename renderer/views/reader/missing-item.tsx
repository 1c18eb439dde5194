// One thing that is missing: its address, why, what was tried, and what can be done about it.

import type { ArticleView, CaptureView, MissingResource } from '../../../preload/contract/article.ts';
import { missingReason, rungName } from '../../../preload/contract/messages/missing.ts';
import { useStore } from '../../lib/store.ts';
import { copyAddress, openSource, retryMissing } from '../../services/reading.ts';
import { retrying } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { resourceWords } from '../parts/resource-words.ts';

/** What lay beside a file is not asked for on the web. */
export function canRetry({ url }: MissingResource): boolean {
  return /^https?:/i.test(url);
}

interface MissingItemProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
  readonly resource: MissingResource;
}

export function MissingItem({ article, capture, resource }: MissingItemProps) {
  const { say, locale } = useWords();
  const { url, role, reason, tried } = resource;
  const running = useStore(retrying);
  const busy = running.has(capture.id) || running.has(`${capture.id} ${url}`);
  return (
    <li>
      <p className="missing-reason">
        {say(resourceWords[role])}
        {say('colon')}
        {missingReason(reason, locale)}
      </p>
      <p className="missing-url" title={url}>{url}</p>
      {tried.length < 2 ? null : (
        <p className="missing-tried">
          {say('tried-before')}
          {say('colon')}
          {tried.map(({ rung, answer }) => `${rungName(rung, locale)} (${answer})`).join(say('comma'))}
        </p>
      )}
      {canRetry(resource) ? (
        <p className="missing-actions">
          <button type="button" className="text-action" disabled={busy} onClick={() => void retryMissing(article.id, capture.id, url)}>
            {say(busy ? 'retrying' : 'retry')}
          </button>
          <button type="button" className="text-action" onClick={() => openSource(url)}>{say('open-address')}</button>
          <button type="button" className="text-action" onClick={() => void copyAddress(url)}>{say('copy-address')}</button>
        </p>
      ) : null}
    </li>
  );
}
