// How pages are taken, and what captures take along: recordings up to a size, and missing pictures from an archive.

import { mediaSizes, type Settings } from '../../../preload/contract/settings.ts';
import { changeSettings } from '../../services/settings.ts';
import { useWords } from '../../state/words.ts';
import { Segments } from '../parts/segments.tsx';
import { Row, Section } from './settings-rows.tsx';

export function CaptureSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const size = (mb: number): string => (mb === 0 ? say('media-none') : say('media-size', { mb }));
  return (
    <Section title={say('settings-captures')}>
      <Row label={say('pages-taken')}>
        <Segments
          label={say('pages-taken')}
          value={settings.pages}
          choices={[
            { key: 'auto', label: say('pages-auto') },
            { key: 'browser', label: say('pages-browser') },
          ]}
          onChange={(pages) => void changeSettings({ pages })}
        />
      </Row>
      <p className="settings-hint">{say('pages-hint')}</p>
      <Row label={say('media-kept')}>
        <Segments
          label={say('media-kept')}
          value={String(settings.mediaMb)}
          choices={mediaSizes.map((mb) => ({ key: String(mb), label: size(mb) }))}
          onChange={(key) => void changeSettings({ mediaMb: mediaSizes.find((mb) => String(mb) === key) ?? settings.mediaMb })}
        />
      </Row>
      <Row label={say('wayback')}>
        <Segments
          label={say('wayback')}
          value={settings.wayback ? 'on' : 'off'}
          choices={[
            { key: 'off', label: say('wayback-off') },
            { key: 'on', label: say('wayback-on') },
          ]}
          onChange={(key) => void changeSettings({ wayback: key === 'on' })}
        />
      </Row>
      <p className="settings-hint">{say('wayback-hint')}</p>
    </Section>
  );
}
