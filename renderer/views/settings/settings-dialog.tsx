// The user's settings. Each is kept as soon as it is changed.

import type { Settings } from '../../../preload/contract/settings.ts';
import { useStore } from '../../lib/store.ts';
import { changeSettings, chooseLibrary } from '../../services/settings.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { Segments } from '../parts/segments.tsx';
import { CaptureSection } from './capture-section.tsx';
import { CheckLibrary } from './check-library.tsx';
import { LanguageField } from './language-field.tsx';
import { ProxyField } from './proxy-field.tsx';
import { Row, Section } from './settings-rows.tsx';
import { Specimen, TypeFields } from './type-fields.tsx';
import './settings.css';

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { settings } = useStore(session);
  return (
    <DialogFrame title={say('settings')} size="medium" onClose={onClose}>
      <span className="dialog-close">
        <IconButton icon="close" size={16} label={say('close')} onPress={onClose} />
      </span>
      <LibrarySection onClose={onClose} />
      <Section title={say('settings-window')}>
        <Row label={say('appearance')}>
          <AppearanceField settings={settings} />
        </Row>
        <Row label={say('language')}>
          <LanguageField locale={settings.locale} />
        </Row>
      </Section>
      <ReaderSection settings={settings} />
      <CaptureSection settings={settings} />
      <Section title={say('settings-network')}>
        <Row label={say('proxy')}>
          <ProxyField proxy={settings.proxy} />
        </Row>
      </Section>
    </DialogFrame>
  );
}

function LibrarySection({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { environment, library } = useStore(session);
  const choose = (): void => {
    onClose();
    void chooseLibrary();
  };
  return (
    <Section title={say('library')}>
      <Row label={say('library-folder')}>
        <p className="library-path">{library?.path ?? environment?.libraryPath ?? ''}</p>
        <Button onPress={choose}>{say('choose-library')}</Button>
      </Row>
      {library === null ? null : (
        <Row label={say('check-library')}>
          <CheckLibrary canMend={!library.readOnly} />
        </Row>
      )}
    </Section>
  );
}

function AppearanceField({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  return (
    <Segments
      label={say('appearance')}
      value={settings.appearance}
      choices={[
        { key: 'system', label: say('appearance-system') },
        { key: 'light', label: say('appearance-light') },
        { key: 'dark', label: say('appearance-dark') },
      ]}
      onChange={(appearance) => void changeSettings({ appearance })}
    />
  );
}

function ReaderSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  return (
    <Section title={say('settings-reader')}>
      <TypeFields settings={settings} />
      <Specimen settings={settings} />
    </Section>
  );
}
