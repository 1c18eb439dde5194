// One picture over the whole window: wheel, keys and double click bring it nearer, a drag moves it, arrows go on to the next.

import { useEffect } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from '../../lib/store.ts';
import { closeLightBox, stepPicture } from '../../services/looking.ts';
import { lightBox, type LightBox } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { useLook } from './use-look.ts';
import './light-box.css';

export function LightBoxOverlay() {
  const { say } = useWords();
  const box = useStore(lightBox);
  if (box === null) return null;
  return (
    <ModalOverlay className="light-box" isOpen onOpenChange={(open) => { if (!open) closeLightBox(); }}>
      <Modal className="light-box-modal">
        <Dialog className="light-box-dialog" aria-label={say('light-box')}>
          <Looked key={box.at} box={box} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Looked({ box: { pictures, at } }: { readonly box: LightBox }) {
  const { say, number } = useWords();
  const picture = pictures[at];
  const { ground, look, bind, zoom, fit } = useLook(picture);
  useKeys(zoom, fit);
  if (picture === undefined) return null;
  const words = picture.caption === '' ? picture.alt : picture.caption;
  return (
    <>
      <div ref={ground} className="light-box-ground" {...bind}>
        <img
          className="light-box-picture"
          src={picture.address}
          alt={picture.alt === '' ? words : picture.alt}
          draggable={false}
          style={{ width: picture.width, height: picture.height, transform: `translate(-50%, -50%) translate(${look.x}px, ${look.y}px) scale(${look.scale})` }}
        />
      </div>
      <div className="light-box-bar" role="toolbar" aria-label={say('light-box')}>
        <span className="light-box-count" role="status">{pictures.length < 2 ? '' : say('light-box-of', { at: number(at + 1), count: number(pictures.length) })}</span>
        <span className="bar-space" />
        <span className="light-box-scale">{number(Math.round(look.scale * 100))}%</span>
        <IconButton icon="minus" label={say('zoom-out')} onPress={() => zoom(1 / 1.4)} />
        <IconButton icon="add" label={say('zoom-in')} onPress={() => zoom(1.4)} />
        <IconButton icon="close" label={say('close')} onPress={closeLightBox} />
      </div>
      {pictures.length < 2 ? null : (
        <>
          <span className="light-box-side" data-side="before"><IconButton icon="back" size={24} label={say('picture-before')} onPress={() => stepPicture(-1)} /></span>
          <span className="light-box-side" data-side="after"><IconButton icon="forward" size={24} label={say('picture-after')} onPress={() => stepPicture(1)} /></span>
        </>
      )}
      {words === '' ? null : <p className="light-box-words">{words}</p>}
    </>
  );
}

function useKeys(zoom: (factor: number) => void, fit: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const actions: Readonly<Record<string, () => void>> = {
        ArrowRight: () => stepPicture(1),
        ArrowLeft: () => stepPicture(-1),
        j: () => stepPicture(1),
        k: () => stepPicture(-1),
        '+': () => zoom(1.4),
        '=': () => zoom(1.4),
        '-': () => zoom(1 / 1.4),
        '0': fit,
      };
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  });
}
