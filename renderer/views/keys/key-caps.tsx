// Keys as they look on a keyboard.

import { keyCaps } from '../../lib/key-names.ts';
import { usePart } from '../../lib/store.ts';
import { platformOf, session } from '../../state/session.ts';
import './keys.css';

export function KeyCaps({ keys }: { readonly keys: string }) {
  const platform = usePart(session, platformOf);
  return (
    <span className="key-caps">
      {keyCaps(keys, platform).map((cap) => (
        <kbd key={cap} className="key-cap">
          {cap}
        </kbd>
      ))}
    </span>
  );
}
