// Menus under buttons.

import type { ReactElement, ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

interface MenuButtonProps {
  readonly button: ReactElement;
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  readonly children: ReactNode;
}

export function MenuButton({ button, label, placement = 'bottom end', children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement={placement} offset={6}>
        <Menu className="menu" aria-label={label}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ItemProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly detail?: string;
  readonly danger?: boolean;
  readonly onAction: () => void;
}

export function Item({ label, icon, detail, danger = false, onAction }: ItemProps) {
  return (
    <MenuItem className="menu-item" textValue={label} onAction={onAction} data-danger={danger || undefined}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      <span className="menu-label">{label}</span>
      {detail === undefined ? null : <span className="menu-detail">{detail}</span>}
    </MenuItem>
  );
}

interface ChoicesProps<K extends string> {
  readonly title: string;
  readonly chosen: K;
  readonly choices: readonly { readonly key: K; readonly label: string; readonly detail?: string; /** A line under the label. */ readonly note?: string }[];
  readonly onChoose: (key: K) => void;
}

/** A section of which one item is chosen. */
export function Choices<K extends string>({ title, chosen, choices, onChoose }: ChoicesProps<K>) {
  return (
    <MenuSection className="menu-section" selectionMode="single" disallowEmptySelection selectedKeys={[chosen]}>
      <Header className="menu-header">{title}</Header>
      {choices.map(({ key, label, detail, note }) => (
        <MenuItem key={key} id={key} className="menu-item" textValue={label} onAction={() => onChoose(key)}>
          <span className="menu-check">{key === chosen ? <Icon name="check" size={14} /> : null}</span>
          <span className="menu-label">
            {label}
            {note === undefined ? null : <span className="menu-note">{note}</span>}
          </span>
          {detail === undefined ? null : <span className="menu-detail">{detail}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

export function Line() {
  return <Separator className="menu-line" />;
}
