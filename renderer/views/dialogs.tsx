// The dialog that is open.

import { useStore } from '../lib/store.ts';
import { saveInputs } from '../services/adding.ts';
import { purge } from '../services/changes.ts';
import { dialog, type OpenDialog } from '../state/surface.ts';
import { useWords } from '../state/words.ts';
import { AddLinkDialog } from './adding/add-link-dialog.tsx';
import { SearchHelp } from './list/search-help.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { Palette } from './palette/palette.tsx';
import { ExportDialog } from './reader/export-dialog.tsx';
import { AskDialog } from './parts/ask-dialog.tsx';
import { TagsDialog } from './reader/tags-dialog.tsx';
import { NameSearchDialog } from './sidebar/name-search-dialog.tsx';
import { AboutDialog } from './settings/about-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';

export function Dialogs() {
  const open = useStore(dialog);
  return open === null ? null : <Open open={open} />;
}

function Open({ open }: { readonly open: OpenDialog }) {
  switch (open.kind) {
    case 'add-link':
      return <AddLinkDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'search-help':
      return <SearchHelp onClose={close} />;
    case 'name-search':
      return <NameSearchDialog search={open.search} onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'export':
      return <ExportDialog ids={open.ids} onClose={close} />;
    case 'tags':
      return <TagsDialog ids={open.ids} onClose={close} />;
    case 'confirm-save':
    case 'empty-trash':
    case 'purge':
      return <Question open={open} />;
  }
}

type Asking = Extract<OpenDialog, { readonly kind: 'confirm-save' | 'empty-trash' | 'purge' }>;

function Question({ open }: { readonly open: Asking }) {
  const { say, number } = useWords();
  const shared = { onClose: close };
  switch (open.kind) {
    case 'confirm-save':
      return (
        <AskDialog
          {...shared}
          title={say('confirm-save')}
          text={say('confirm-save-text')}
          subject={open.url}
          action={say('save')}
          tone="primary"
          onYes={() => void saveInputs([open.url])}
        />
      );
    case 'empty-trash':
    case 'purge': {
      const count = open.kind === 'purge' ? open.ids.length : open.count;
      return (
        <AskDialog
          {...shared}
          title={say(open.kind === 'purge' ? 'purge-title' : 'empty-trash-title')}
          text={say('purge-text', { count, n: number(count) })}
          action={say('delete-for-good')}
          tone="danger"
          onYes={() => void purge(open.kind === 'purge' ? open.ids : null)}
        />
      );
    }
  }
}

function close(): void {
  dialog.set(null);
}
