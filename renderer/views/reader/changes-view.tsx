// Two captures of the article compared: what was changed, in the later one's text, and the way from change to change.

import { useEffect } from 'react';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { libraryFile } from '../../lib/address.ts';
import { isTyping } from '../../lib/keys.ts';
import { useStore } from '../../lib/store.ts';
import { compareInView, nextChange, previousChange } from '../../services/comparing.ts';
import { comparison } from '../../state/comparison.ts';
import { dialog } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { Empty } from '../parts/empty.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { ChangesFrame } from './changes-frame.tsx';

export function ChangesView({ article }: { readonly article: ArticleView }) {
  const words = useWords();
  const now = useStore(comparison);
  useEffect(() => void compareInView(article), [article]);
  useChangeKeys();
  const capture = (id: string | null): CaptureView | null => article.captures.find((one) => one.id === id) ?? null;
  const [from, to] = now.articleId === article.id ? [capture(now.from), capture(now.to)] : [null, null];
  if (article.captures.length < 2) return <Empty icon="changes" title={words.say('changes-one-capture')} text={words.say('changes-one-capture-text')} />;
  if (from === null || to === null) return null;
  return (
    <div className="changes">
      <ChangesBar article={article} from={from} to={to} diff={now.diff} />
      {now.failure === null ? null : <Empty icon="alert" title={words.say('article-failed')} text={words.failure(now.failure)} />}
      {now.diff?.changed === false ? <Empty icon="check" title={words.say('changes-none')} text={words.say('changes-none-text')} /> : null}
      {now.diff?.changed === true ? <ChangesFrame article={article} address={libraryFile(to.reader)} diff={now.diff} /> : null}
    </div>
  );
}

/** N and P, where nothing is written; the frame passes its keys on. */
function useChangeKeys(): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog.get() !== null) return;
      const key = event.key.toLowerCase();
      if (key !== 'n' && key !== 'p') return;
      event.preventDefault();
      if (key === 'n') nextChange();
      else previousChange();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, []);
}
