// How articles are set in the reader: paper, faces, size, length of the line. In the settings, and over the open article.

import { Radio, RadioGroup } from 'react-aria-components';
import { papers, type Settings } from '../../../preload/contract/settings.ts';
import { paperColours } from '../../lib/reader-papers.ts';
import { changeSettings } from '../../services/settings.ts';
import { useWords } from '../../state/words.ts';
import { Segments } from '../parts/segments.tsx';
import { RangeField } from './range-field.tsx';
import { Row } from './settings-rows.tsx';
import './type-fields.css';

export function TypeFields({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  return (
    <>
      <Row label={say('reader-paper')}>
        <PaperChoice paper={settings.readerPaper} />
      </Row>
      <Row label={say('reader-font')}>
        <Segments
          label={say('reader-font')}
          value={settings.readerFont}
          choices={(['serif', 'sans'] as const).map((key) => ({ key, label: say(`font-${key}`) }))}
          onChange={(readerFont) => void changeSettings({ readerFont })}
        />
      </Row>
      <Row label={say('reader-han')}>
        <Segments
          label={say('reader-han')}
          value={settings.readerHan}
          choices={(['font', 'songti', 'heiti'] as const).map((key) => ({ key, label: say(`reader-han-${key}`) }))}
          onChange={(readerHan) => void changeSettings({ readerHan })}
        />
      </Row>
      <Row label={say('reader-size')}>
        <RangeField label={say('reader-size')} value={settings.readerSize} least={14} most={28} onChange={(readerSize) => void changeSettings({ readerSize })} />
      </Row>
      <Row label={say('reader-width')}>
        <RangeField label={say('reader-width')} value={settings.readerWidth} least={28} most={48} onChange={(readerWidth) => void changeSettings({ readerWidth })} />
      </Row>
    </>
  );
}

/** Each paper is shown as itself. */
function PaperChoice({ paper }: { readonly paper: Settings['readerPaper'] }) {
  const { say } = useWords();
  const take = (key: string): void => {
    const chosen = papers.find((one) => one === key);
    if (chosen !== undefined) void changeSettings({ readerPaper: chosen });
  };
  return (
    <RadioGroup className="papers" aria-label={say('reader-paper')} orientation="horizontal" value={paper} onChange={take}>
      {papers.map((key) => {
        const colours = paperColours(key);
        return (
          <Radio key={key} value={key} className="paper" aria-label={say(`paper-${key}`)} style={{ background: colours.paper, color: colours.ink }}>
            <span className="paper-letter" title={say(`paper-${key}`)} data-paper={key}>{key === 'window' ? 'A' : '文'}</span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}

export function Specimen({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { readerFont, readerHan, readerPaper, readerSize } = settings;
  const { paper, ink } = paperColours(readerPaper);
  return (
    <p className="specimen" data-font={readerFont} data-han={readerHan} style={{ background: paper, color: ink, fontSize: readerSize }}>
      {say('specimen')}
    </p>
  );
}
