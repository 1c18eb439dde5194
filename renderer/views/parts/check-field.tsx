// A choice that is on or off, with its words beside it.

import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface CheckFieldProps {
  readonly checked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export function CheckField({ checked, children, ...rest }: CheckFieldProps) {
  return (
    <Checkbox className="check-field" isSelected={checked} {...rest}>
      <span className="check-box" aria-hidden="true">
        <svg viewBox="0 0 12 12" width="10" height="10">
          <path d="M2 6.4 4.8 9.2 10 3" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
      {children}
    </Checkbox>
  );
}
