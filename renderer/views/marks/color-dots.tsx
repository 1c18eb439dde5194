// The colours that a mark can have.

import type { MarkColor } from '../../../preload/contract/mark.ts';
import { useWords, type WordKey } from '../../state/words.ts';

const names: Readonly<Record<MarkColor, WordKey>> = {
  yellow: 'color-yellow',
  green: 'color-green',
  blue: 'color-blue',
  pink: 'color-pink',
  purple: 'color-purple',
};

interface ColorDotsProps {
  readonly colors: readonly MarkColor[];
  readonly chosen: MarkColor | null;
  readonly onChoose: (color: MarkColor) => void;
}

export function ColorDots({ colors, chosen, onChoose }: ColorDotsProps) {
  const { say } = useWords();
  return (
    <span className="color-dots" role="group" aria-label={say('color')}>
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          className="color-dot"
          data-color={color}
          aria-pressed={color === chosen}
          aria-label={say(names[color])}
          title={say(names[color])}
          onClick={() => onChoose(color)}
        />
      ))}
    </span>
  );
}
