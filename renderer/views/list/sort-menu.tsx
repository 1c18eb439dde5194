// In which order the list stands.

import { Button as AriaButton } from 'react-aria-components';
import type { SortOrder } from '../../../preload/contract/calls.ts';
import { useStore } from '../../lib/store.ts';
import { chooseSort } from '../../services/searching.ts';
import { listing } from '../../state/listing.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { Choices, MenuButton } from '../parts/menu.tsx';

const orders: Readonly<Record<SortOrder, WordKey>> = {
  relevance: 'sort-relevance',
  newest: 'sort-newest',
  oldest: 'sort-oldest',
  published: 'sort-published',
  title: 'sort-title',
};

export function SortMenu() {
  const { say } = useWords();
  const { question, answered, findings } = useStore(listing);
  // The query may ask for an order of its own.
  const sort = question === answered ? findings.sort : question.sort;
  const keys = (Object.keys(orders) as SortOrder[]).filter((key) => key !== 'relevance' || question.query !== '');
  const button = (
    <AriaButton className="sort-button" aria-label={`${say('sort')}: ${say(orders[sort])}`}>
      {say(orders[sort])}
      <Icon name="chevron" size={14} />
    </AriaButton>
  );
  return (
    <MenuButton label={say('sort')} button={button}>
      <Choices
        title={say('sort')}
        chosen={sort}
        choices={keys.map((key) => ({ key, label: say(orders[key]) }))}
        onChoose={chooseSort}
      />
    </MenuButton>
  );
}
