// One field for everything: commands by their name, articles by their words. The arrows choose, Enter does.

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import { articlesFor, commandsFor, openFound } from '../../services/palette.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { PaletteList, type Offer } from './palette-list.tsx';
import './palette.css';

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const close = (open: boolean): void => {
    if (!open) onClose();
  };
  return (
    <ModalOverlay className="veil palette-veil" isOpen isDismissable onOpenChange={close}>
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={say('key-palette')}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const offers = useOffers(typed);
  const chosen = Math.min(at, offers.length - 1);
  const take = (offer: Offer | undefined): void => {
    if (offer === undefined) return;
    // First closed, then done: what is done may open another dialog, or want the focus.
    onClose();
    setTimeout(offer.run);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined && offers.length > 0) setAt(Math.max(0, Math.min(offers.length - 1, chosen + by)));
    else if (event.key === 'Enter') take(offers[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="palette-head">
        <Icon name="search" size={17} />
        <input
          type="text"
          className="palette-field"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={offers[chosen] === undefined ? undefined : `${list}-${chosen}`}
          aria-label={say('palette-hint')}
          placeholder={say('palette-hint')}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          onChange={(event) => { setTyped(event.target.value); setAt(0); }}
          onKeyDown={press}
        />
      </div>
      <PaletteList id={list} offers={offers} chosen={chosen} onPoint={setAt} onTake={take} />
    </>
  );
}

/** Commands at once, articles as soon as they are found. */
function useOffers(typed: string): readonly Offer[] {
  const { say } = useWords();
  const [found, setFound] = useState<readonly ArticleRow[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    void articlesFor(typed).then((rows) => {
      if (mine === asked.current) setFound(rows);
    });
  }, [typed]);
  return useMemo(() => {
    const commands = commandsFor(typed).map(({ id, label, keys, run }): Offer => ({ id, group: 'palette-commands', label, detail: '', keys, run }));
    const articles = typed.trim() === '' ? [] : found.map(({ id, title, site }): Offer => ({
      id, group: 'palette-articles', label: title === '' ? say('untitled') : title, detail: site ?? '', keys: null, run: () => openFound(id),
    }));
    return [...commands, ...articles];
  }, [typed, found, say]);
}
