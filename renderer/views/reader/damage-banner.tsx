// Said above an article whose stored files are not what was stored: what is affected, and a way to mend it.

import type { ArticleDamage, ArticleView, DamagedPart } from '../../../preload/contract/article.ts';
import { useStore } from '../../lib/store.ts';
import { mendArticle } from '../../services/mending.ts';
import { mending } from '../../state/reader.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { resourceWords } from '../parts/resource-words.ts';

const parts: Readonly<Record<DamagedPart, WordKey>> = {
  ...resourceWords,
  reader: 'what-reader',
  original: 'what-original',
  source: 'what-source',
  record: 'what-record',
  marks: 'what-marks',
  contents: 'what-contents',
};

/** More are counted, and not listed. */
const most = 8;

export function DamageBanner({ article }: { readonly article: ArticleView }) {
  const { say, number } = useWords();
  const busy = useStore(mending).has(article.id);
  const { damage } = article;
  if (damage.length === 0) return null;
  const isShown = damage.some(({ captures }) => captures.length === 0 || captures.includes(article.shown));
  return (
    <section className="banner banner-damage" aria-label={say('damaged')}>
      <div className="banner-line">
        <Icon name="alert" size={17} />
        <p>{say(isShown ? 'damage-found' : 'damage-earlier', { count: damage.length, n: number(damage.length) })}</p>
        <button type="button" className="text-action" disabled={busy} onClick={() => void mendArticle(article.id)}>
          {say(busy ? 'mending' : 'mend')}
        </button>
      </div>
      <ul className="damage-list">
        {damage.slice(0, most).map((thing) => <DamagedItem key={thing.path} thing={thing} />)}
        {damage.length > most ? <li>{say('missing-more', { n: number(damage.length - most) })}</li> : null}
      </ul>
    </section>
  );
}

function DamagedItem({ thing: { what, reason, url, path } }: { readonly thing: ArticleDamage }) {
  const { say } = useWords();
  return (
    <li title={path}>
      {say(parts[what])}
      {say('colon')}
      {say(`damage-${reason}`)}
      {url === null ? null : <span className="damage-url">{url}</span>}
    </li>
  );
}
