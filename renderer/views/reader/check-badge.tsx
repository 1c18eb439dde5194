// The badge of the capture in view, `18/18 pictures, works offline`: what is behind it opens under it.

import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { usePart } from '../../lib/store.ts';
import { toggleCheck } from '../../services/reading.ts';
import { reader } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { captureCheck } from '../parts/check-words.ts';
import { Icon } from '../parts/icon.tsx';
import { CheckPanel } from './check-panel.tsx';

interface CheckBadgeProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function CheckBadge({ article, capture }: CheckBadgeProps) {
  const words = useWords();
  const open = usePart(reader, ({ checkOpen }) => checkOpen);
  const { tone, short, sentence } = captureCheck(capture, article.damage, words);
  return (
    <DialogTrigger isOpen={open} onOpenChange={toggleCheck}>
      <Button className="check-badge" data-tone={tone} aria-label={sentence}>
        <Icon name={tone === 'good' ? 'check' : tone === 'lacking' ? 'alert' : 'picture'} size={14} />
        <span className="check-long">{sentence}</span>
        <span className="check-short">{short}</span>
      </Button>
      <Popover className="popover check-popover" placement="bottom start" offset={8}>
        <Dialog className="check-panel" aria-label={sentence}>
          <CheckPanel article={article} capture={capture} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
