// What the notebook can be narrowed to: words, a colour, a tag, a site, days.

import { markColors } from '../../../preload/contract/mark.ts';
import { useStore } from '../../lib/store.ts';
import { clearNotebookFilter, filterNotebook } from '../../services/notebook.ts';
import { noFilter, notebook } from '../../state/notebook.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { ColorDots } from '../marks/color-dots.tsx';
import { Icon } from '../parts/icon.tsx';

export function NotebookFilters() {
  const { say } = useWords();
  const { filter, answer } = useStore(notebook);
  const facets = answer?.facets ?? { colors: [], tags: [], sites: [] };
  const used = markColors.filter((color) => color === filter.color || facets.colors.some((one) => one.color === color));
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  return (
    <div className="notebook-filters" role="search" aria-label={say('notebook')}>
      <label className="search notebook-search">
        <Icon name="search" size={15} />
        <input className="search-field" type="search" aria-label={say('notebook-search')} placeholder={say('notebook-search')} value={filter.query} onChange={(event) => filterNotebook({ query: event.target.value })} />
      </label>
      <ColorDots colors={used} chosen={filter.color} onChoose={(color) => filterNotebook({ color: color === filter.color ? null : color })} />
      <Choice label="notebook-tag" value={filter.tag} choices={facets.tags.map(({ tag, count }) => ({ name: tag, count }))} onChoose={(tag) => filterNotebook({ tag })} />
      <Choice label="notebook-site" value={filter.site} choices={facets.sites.map(({ site, count }) => ({ name: site, count }))} onChoose={(site) => filterNotebook({ site })} />
      <Day label="notebook-from" value={filter.from} onChange={(from) => filterNotebook({ from })} />
      <Day label="notebook-to" value={filter.to} onChange={(to) => filterNotebook({ to })} />
      {filtered ? (
        <button type="button" className="text-action" onClick={clearNotebookFilter}>
          {say('notebook-clear')}
        </button>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: WordKey;
  readonly value: string | null;
  readonly choices: readonly { readonly name: string; readonly count: number }[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const { say, number } = useWords();
  if (choices.length === 0 && value === null) return null;
  return (
    <select className="notebook-choice" aria-label={say(label)} value={value ?? ''} data-set={value !== null || undefined} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
      <option value="">{say(label)}</option>
      {value !== null && !choices.some(({ name }) => name === value) ? <option value={value}>{value}</option> : null}
      {choices.map(({ name, count }) => (
        <option key={name} value={name}>
          {`${name} (${number(count)})`}
        </option>
      ))}
    </select>
  );
}

interface DayProps {
  readonly label: WordKey;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const { say } = useWords();
  return (
    <label className="notebook-day">
      {say(label)}
      <input type="date" value={value ?? ''} data-set={value !== null || undefined} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} />
    </label>
  );
}
