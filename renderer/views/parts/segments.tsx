// A few choices side by side, one of them taken.

import { Radio, RadioGroup } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

interface SegmentsProps<K extends string> {
  readonly label: string;
  readonly value: K;
  readonly choices: readonly { readonly key: K; readonly label: string; readonly icon?: IconName }[];
  readonly onChange: (key: K) => void;
}

export function Segments<K extends string>({ label, value, choices, onChange }: SegmentsProps<K>) {
  const take = (chosen: string): void => {
    const choice = choices.find(({ key }) => key === chosen);
    if (choice !== undefined) onChange(choice.key);
  };
  return (
    <RadioGroup className="segments" aria-label={label} orientation="horizontal" value={value} onChange={take}>
      {choices.map(({ key, label: name, icon }) => (
        <Radio key={key} value={key} className="segment">
          {icon === undefined ? null : <Icon name={icon} size={15} />}
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
