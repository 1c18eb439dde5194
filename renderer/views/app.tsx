// The whole window.

import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from '../lib/store.ts';
import { start } from '../services/start.ts';
import { session } from '../state/session.ts';
import { panes } from '../state/surface.ts';
import { useWords } from '../state/words.ts';
import { DropOverlay } from './adding/drop-overlay.tsx';
import { useDropAndPaste } from './adding/use-drop-and-paste.ts';
import { Dialogs } from './dialogs.tsx';
import { LightBoxOverlay } from './light-box/light-box.tsx';
import { ListPane } from './list/list-pane.tsx';
import { Notebook } from './notebook/notebook.tsx';
import { ToastRegion } from './parts/toast-region.tsx';
import { Problem } from './problem.tsx';
import { ReaderPane } from './reader/reader-pane.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './app.css';

export function App() {
  const { environment, settings } = useStore(session);
  const { locale } = useWords();
  useEffect(() => start(), []);
  useDropAndPaste();
  useShortcuts();
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['appearance'] = settings.appearance;
  }, [locale, settings.appearance]);
  const problem = environment?.problem ?? null;
  return (
    <I18nProvider locale={locale}>
      {problem === null ? <Panes /> : <Problem failure={problem} />}
      <ToastRegion />
      <Dialogs />
      <LightBoxOverlay />
      <DropOverlay />
    </I18nProvider>
  );
}

function Panes() {
  const { sidebar, floating, notebook, showing, alone } = useStore(panes);
  const { say } = useWords();
  return (
    <div className="panes" data-sidebar={sidebar || undefined} data-floating={floating || undefined} data-showing={showing} data-alone={(alone && !notebook) || undefined}>
      <Sidebar />
      {floating ? (
        <button type="button" className="sidebar-veil" aria-label={say('close')} onClick={() => panes.change({ floating: false })} />
      ) : null}
      {notebook ? (
        <Notebook />
      ) : (
        <>
          <ListPane />
          <ReaderPane />
        </>
      )}
    </div>
  );
}
