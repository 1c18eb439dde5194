// The marks of the open article, in the order of its text.

import { useStore } from '../../lib/store.ts';
import { toggleMarks } from '../../services/reading.ts';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { MarkCard } from './mark-card.tsx';
import './marks.css';

export function MarksPanel() {
  const { say } = useWords();
  const { list, states, chosen, noting } = useStore(marks);
  const here = list.filter(({ id }) => states.get(id) !== 'gone');
  const gone = list.filter(({ id }) => states.get(id) === 'gone');
  const card = (mark: (typeof list)[number]) => (
    <MarkCard key={mark.id} mark={mark} state={states.get(mark.id) ?? null} chosen={mark.id === chosen} noting={mark.id === noting} />
  );
  return (
    <aside className="marks" aria-label={say('marks')}>
      <header className="marks-head">
        <h2>{say('marks')}</h2>
        <IconButton icon="close" size={15} label={say('close')} onPress={toggleMarks} />
      </header>
      {list.length === 0 ? <Empty icon="marker" title={say('no-marks')} text={say('no-marks-text')} /> : null}
      <ul className="marks-list">{here.map(card)}</ul>
      {gone.length === 0 ? null : (
        <section className="marks-gone">
          <h3>{say('marks-gone')}</h3>
          <p>{say('marks-gone-text')}</p>
          <ul className="marks-list">{gone.map(card)}</ul>
        </section>
      )}
    </aside>
  );
}
