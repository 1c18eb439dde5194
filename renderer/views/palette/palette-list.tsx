// What the palette offers, in two groups.

import { useEffect, useRef } from 'react';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyCaps } from '../keys/key-caps.tsx';

export interface Offer {
  readonly id: string;
  readonly group: 'palette-commands' | 'palette-articles';
  readonly label: string;
  readonly detail: string;
  readonly keys: string | null;
  readonly run: () => void;
}

interface PaletteListProps {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly chosen: number;
  readonly onPoint: (place: number) => void;
  readonly onTake: (offer: Offer) => void;
}

export function PaletteList({ id, offers, chosen, onPoint, onTake }: PaletteListProps) {
  const { say } = useWords();
  const groups = [...new Set(offers.map(({ group }) => group))];
  return (
    <div id={id} className="palette-list" role="listbox" tabIndex={-1} aria-label={say('key-palette')}>
      {offers.length === 0 ? <p className="palette-none">{say('palette-none')}</p> : null}
      {groups.map((group) => (
        <div key={group} role="group" aria-label={say(group)}>
          <p className="palette-group" aria-hidden="true">{say(group)}</p>
          {offers.map((offer, place) => (offer.group !== group ? null : (
            <OfferLine key={`${group} ${offer.id}`} id={`${id}-${place}`} offer={offer} chosen={place === chosen} onPoint={() => onPoint(place)} onTake={onTake} />
          )))}
        </div>
      ))}
    </div>
  );
}

interface OfferLineProps {
  readonly id: string;
  readonly offer: Offer;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onTake: (offer: Offer) => void;
}

/** The field keeps the focus: what is chosen is told by `aria-activedescendant`. */
function OfferLine({ id, offer, chosen, onPoint, onTake }: OfferLineProps) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <button
      ref={line}
      type="button"
      tabIndex={-1}
      id={id}
      className="palette-offer"
      role="option"
      aria-selected={chosen}
      onPointerMove={() => { if (!chosen) onPoint(); }}
      onClick={() => onTake(offer)}
    >
      {offer.group === 'palette-articles' ? <Icon name="file" size={15} /> : null}
      <span className="palette-label">{offer.label}</span>
      {offer.detail === '' ? null : <span className="palette-detail">{offer.detail}</span>}
      {offer.keys === null ? null : <KeyCaps keys={offer.keys} />}
    </button>
  );
}
