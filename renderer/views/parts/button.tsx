// Buttons: with words, or with an icon and a name that a tooltip shows.

import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
  readonly slot?: 'close';
}

export function Button({ children, icon, tone = 'plain', ...rest }: ButtonProps) {
  return (
    <AriaButton className={`button button-${tone}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: number;
  readonly isDisabled?: boolean;
  /** Absent where a menu or dialog around it is what the press opens. */
  readonly onPress?: () => void;
}

export function IconButton({ icon, label, size = 18, ...rest }: IconButtonProps) {
  return (
    <WithTooltip label={label}>
      <AriaButton className="icon-button" aria-label={label} {...rest}>
        <Icon name={icon} size={size} />
      </AriaButton>
    </WithTooltip>
  );
}

interface IconToggleProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isSelected: boolean;
  readonly filled?: boolean;
  readonly size?: number;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
}

export function IconToggle({ icon, label, isSelected, filled = false, size = 18, onChange, children }: IconToggleProps) {
  return (
    <WithTooltip label={label}>
      <ToggleButton className="icon-button" aria-label={label} isSelected={isSelected} onChange={onChange}>
        <Icon name={icon} size={size} filled={filled && isSelected} />
        {children}
      </ToggleButton>
    </WithTooltip>
  );
}

function WithTooltip({ label, children }: { readonly label: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
