// What the settings are laid out in: sections under headings, a label beside each value.

import type { ReactNode } from 'react';
import { Heading } from 'react-aria-components';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-section">
      <Heading level={3} className="settings-title">
        {title}
      </Heading>
      {children}
    </section>
  );
}

export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="settings-row">
      <span className="settings-label">{label}</span>
      <div className="settings-value">{children}</div>
    </div>
  );
}
