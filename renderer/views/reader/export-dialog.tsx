// In which form articles are written, and for a PDF on what paper.

import { Radio, RadioGroup } from 'react-aria-components';
import { useState } from 'react';
import { exportFormats, type ExportFormat } from '../../../preload/contract/calls.ts';
import { exportArticles } from '../../services/exporting.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { Icon } from '../parts/icon.tsx';
import { PrintForm } from './print-form.tsx';
import './export.css';

const hints: Readonly<Record<ExportFormat, WordKey>> = {
  pdf: 'export-pdf-hint',
  html: 'export-html-hint',
  markdown: 'export-markdown-hint',
};

export function ExportDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const { say, number } = useWords();
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const run = (): void => {
    onClose();
    void exportArticles(ids, format);
  };
  return (
    <DialogFrame title={say('export-title', { count: ids.length, n: number(ids.length) })} size="medium" onClose={onClose}>
      <FormatChoice format={format} onChange={setFormat} />
      {format === 'pdf' ? <PrintForm several={ids.length > 1} /> : null}
      <div className="dialog-buttons">
        <Button onPress={onClose}>{say('cancel')}</Button>
        <Button tone="primary" autoFocus onPress={run}>
          {say('export')}
        </Button>
      </div>
    </DialogFrame>
  );
}

function FormatChoice({ format, onChange }: { readonly format: ExportFormat; readonly onChange: (format: ExportFormat) => void }) {
  const { say } = useWords();
  const take = (key: string): void => {
    const chosen = exportFormats.find((one) => one === key);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <RadioGroup className="export-choices" aria-label={say('export-format')} orientation="horizontal" value={format} onChange={take}>
      {exportFormats.map((key) => (
        <Radio key={key} value={key} className="export-choice">
          <Icon name="file" size={22} />
          <span className="export-name">{say(`export-${key}`)}</span>
          <span className="export-hint">{say(hints[key])}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
