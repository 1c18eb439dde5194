// In which form articles are written, where the wish came without one.

import { exportFormats, type ExportFormat } from '../../../preload/contract/calls.ts';
import { exportArticles } from '../../services/exporting.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { Icon } from '../parts/icon.tsx';

const hints: Readonly<Record<ExportFormat, WordKey>> = {
  pdf: 'export-pdf-hint',
  html: 'export-html-hint',
  markdown: 'export-markdown-hint',
};

export function ExportDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const { say, number } = useWords();
  const run = (format: ExportFormat): void => {
    onClose();
    void exportArticles(ids, format);
  };
  return (
    <DialogFrame title={say('export-title', { count: ids.length, n: number(ids.length) })} onClose={onClose}>
      <div className="export-choices">
        {exportFormats.map((format) => (
          <button key={format} type="button" className="export-choice" onClick={() => run(format)}>
            <Icon name="file" size={22} />
            <span className="export-name">{say(`export-${format}`)}</span>
            <span className="export-hint">{say(hints[format])}</span>
          </button>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button onPress={onClose}>{say('cancel')}</Button>
      </div>
    </DialogFrame>
  );
}
