// Toasts, at the foot of the window.

import { useStore } from '../../lib/store.ts';
import { dismissToast, holdToast, releaseToast, runToast } from '../../services/toasts.ts';
import { toasts, type Toast } from '../../state/surface.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

export function ToastRegion() {
  const list = useStore(toasts);
  const { say } = useWords();
  return (
    <section className="toasts" aria-label={say('messages')} aria-live="polite">
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { say } = useWords();
  const { id, text, tone, action } = toast;
  return (
    <div
      className={`toast toast-${tone}`}
      onPointerEnter={() => holdToast(id)}
      onPointerLeave={() => releaseToast(id)}
      onFocus={() => holdToast(id)}
      onBlur={() => releaseToast(id)}
    >
      {tone === 'problem' ? <Icon name="alert" size={16} /> : null}
      <span className="toast-text">{text}</span>
      {action === null ? null : (
        <button type="button" className="toast-action" onClick={() => runToast(toast)}>
          {action.label}
        </button>
      )}
      <IconButton icon="close" size={14} label={say('dismiss')} onPress={() => dismissToast(id)} />
    </div>
  );
}
