// The marks of the open article beside its text; those whose words are gone below.

import type { Annotation } from '../../../preload/contract/mark.ts';
import { useStore } from '../../lib/store.ts';
import { toggleMarks } from '../../services/reading.ts';
import { copyMarks, exportArticleMarks } from '../../services/marks-out.ts';
import { margin, marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Item, MenuButton } from '../parts/menu.tsx';
import { AlignedCards } from './aligned-cards.tsx';
import { ListedCards } from './listed-cards.tsx';
import { MarkCard } from './mark-card.tsx';
import './marks.css';

export function MarksPanel() {
  const { say } = useWords();
  const { list, states } = useStore(marks);
  const { tops } = useStore(margin);
  const gone = list.filter(({ id }) => states.get(id)?.state === 'gone');
  const here = list.filter(({ id }) => states.get(id)?.state !== 'gone');
  return (
    <aside className="marks" aria-label={say('marks')}>
      <PanelHead list={list} />
      {list.length === 0 ? <Empty icon="marker" title={say('no-marks')} text={say('no-marks-text')} /> : null}
      {tops === null ? <ListedCards list={here} /> : <AlignedCards list={here} tops={tops} />}
      {gone.length === 0 ? null : <Gone list={gone} />}
    </aside>
  );
}

function PanelHead({ list }: { readonly list: readonly Annotation[] }) {
  const { say, number } = useWords();
  return (
    <header className="marks-head">
      <h2>{say('marks')}</h2>
      {list.length === 0 ? null : <span className="marks-count">{number(list.length)}</span>}
      <span className="bar-space" />
      {list.length === 0 ? null : (
        <MenuButton label={say('marks-export')} button={<IconButton icon="export" size={15} label={say('marks-export')} />}>
          <Item label={say('marks-as-jsonld')} onAction={() => void exportArticleMarks('json')} />
          <Item label={say('marks-as-markdown')} onAction={() => void exportArticleMarks('markdown')} />
          <Item label={say('marks-copy')} onAction={() => void copyMarks()} />
        </MenuButton>
      )}
      <IconButton icon="close" size={15} label={say('close')} onPress={toggleMarks} />
    </header>
  );
}

function Gone({ list }: { readonly list: readonly Annotation[] }) {
  const { say, number } = useWords();
  const { chosen, hovered, noting, states } = useStore(marks);
  return (
    <details className="marks-gone" open={list.length < 4}>
      <summary>
        {say('marks-gone')}
        <span className="marks-count">{number(list.length)}</span>
      </summary>
      <p>{say('marks-gone-text')}</p>
      <div className="marks-list">
        {list.slice(0, 200).map((mark) => (
          <MarkCard key={mark.id} mark={mark} found={states.get(mark.id) ?? null} chosen={mark.id === chosen} hovered={mark.id === hovered} noting={mark.id === noting} />
        ))}
      </div>
    </details>
  );
}
