// How articles are put on paper. Each choice is kept as soon as it is made.

import { useState, type ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import { marginNames, paperNames, typeSizes, type PaperName, type PrintSettings } from '../../../preload/contract/print-settings.ts';
import { useStore } from '../../lib/store.ts';
import { changeSettings } from '../../services/settings.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../parts/check-field.tsx';
import { Segments } from '../parts/segments.tsx';
import { RangeField } from '../settings/range-field.tsx';

/** Names of sizes, the same in every language. */
const paperLabels: { readonly [P in PaperName]: string } = { a4: 'A4', a5: 'A5', b5: 'B5', letter: 'Letter', legal: 'Legal' };

type Change = (change: Partial<PrintSettings>) => void;

export function PrintForm({ several }: { readonly several: boolean }) {
  const { print } = useStore(session).settings;
  const change: Change = (part) => void changeSettings({ print: { ...session.get().settings.print, ...part } });
  return (
    <div className="print-form">
      {several ? <BookRow print={print} change={change} /> : null}
      <SheetRows print={print} change={change} />
      <TypeRows print={print} change={change} />
      <ExtraRows print={print} change={change} />
    </div>
  );
}

interface RowsProps {
  readonly print: PrintSettings;
  readonly change: Change;
}

function BookRow({ print, change }: RowsProps) {
  const { say } = useWords();
  const choices = [
    { key: 'files', label: say('print-files') },
    { key: 'book', label: say('print-book') },
  ] as const;
  return (
    <Row label={say('print-articles')}>
      <Segments label={say('print-articles')} value={print.book ? 'book' : 'files'} choices={choices} onChange={(key) => change({ book: key === 'book' })} />
    </Row>
  );
}

function SheetRows({ print, change }: RowsProps) {
  const { say } = useWords();
  const papers = paperNames.map((key) => ({ key, label: paperLabels[key] }));
  const margins = marginNames.map((key) => ({ key, label: say(`print-margins-${key}`) }));
  const pages = [
    { key: 'upright', label: say('print-upright') },
    { key: 'landscape', label: say('print-landscape') },
    { key: 'long', label: say('print-long') },
  ] as const;
  const shape = print.onePage ? 'long' : print.landscape ? 'landscape' : 'upright';
  return (
    <>
      <Row label={say('print-paper')}>
        <Segments label={say('print-paper')} value={print.paper} choices={papers} onChange={(paper) => change({ paper })} />
      </Row>
      <Row label={say('print-pages')}>
        <Segments label={say('print-pages')} value={shape} choices={pages} onChange={(key) => change({ landscape: key === 'landscape', onePage: key === 'long' })} />
      </Row>
      <Row label={say('print-margins')}>
        <Segments label={say('print-margins')} value={print.margins} choices={margins} onChange={(key) => change({ margins: key })} />
      </Row>
    </>
  );
}

function TypeRows({ print, change }: RowsProps) {
  const { say } = useWords();
  const columns = [
    { key: '1', label: say('print-columns-1') },
    { key: '2', label: say('print-columns-2') },
  ] as const;
  return (
    <>
      {print.onePage ? null : (
        <Row label={say('print-columns')}>
          <Segments label={say('print-columns')} value={print.columns === 2 ? '2' : '1'} choices={columns} onChange={(key) => change({ columns: key === '2' ? 2 : 1 })} />
        </Row>
      )}
      <Row label={say('print-type-size')}>
        <RangeField label={say('print-type-size')} value={print.typeSize} {...typeSizes} onChange={(typeSize) => change({ typeSize })} />
      </Row>
    </>
  );
}

function ExtraRows({ print, change }: RowsProps) {
  const { say } = useWords();
  return (
    <>
      <Row label={say('print-author')}>
        <AuthorField author={print.author} onKeep={(author) => change({ author })} />
      </Row>
      <div className="print-checks">
        <CheckField checked={print.notes} onChange={(notes) => change({ notes })}>
          {say('print-notes')}
        </CheckField>
        <CheckField checked={print.attach} onChange={(attach) => change({ attach })}>
          {say('print-attach')}
        </CheckField>
      </div>
    </>
  );
}

/** Kept when it is left, not at every letter. */
function AuthorField({ author, onKeep }: { readonly author: string; readonly onKeep: (author: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState(author);
  const keep = (): void => {
    if (name.trim() !== author) onKeep(name.trim());
  };
  return (
    <TextField className="field" aria-label={say('print-author')} value={name} onChange={setName} onBlur={keep} maxLength={200}>
      <Input className="input" placeholder={say('print-author-hint')} spellCheck={false} />
    </TextField>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="print-row">
      <span className="print-label">{label}</span>
      <div className="print-value">{children}</div>
    </div>
  );
}
