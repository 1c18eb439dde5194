// The page of an article as it is read: the window lays styles and marks over it from outside.

import { useState } from 'react';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import type { ViewName } from '../../../preload/contract/mark.ts';
import { libraryFile } from '../../lib/address.ts';
import { FindBar } from '../finding/find-bar.tsx';
import { useFrameFound } from '../finding/use-frame-found.ts';
import { FootnoteBox } from './footnote-box.tsx';
import { ProgressLine } from './progress-line.tsx';
import { PageFrame, type LoadedFrame } from './page-frame.tsx';
import { MarkedPictures } from './marked-pictures.tsx';
import { RelatedArticles } from './related-articles.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SpeechBar } from './speech-bar.tsx';
import { useFrameEvents } from './use-frame-events.ts';
import { useFrameFootnotes } from './use-frame-footnotes.ts';
import { useFrameMargin } from './use-frame-margin.ts';
import { useFrameMarks } from './use-frame-marks.ts';
import { useFrameNotes } from './use-frame-notes.ts';
import { useFramePictures } from './use-frame-pictures.ts';
import { useFramePlace } from './use-frame-place.ts';
import { useFrameSelection } from './use-frame-selection.ts';
import { useFrameSpeech } from './use-frame-speech.ts';
import { useFrameSheets } from './use-frame-sheets.ts';
import { useMarkKeys } from './use-mark-keys.ts';
import { useShownPage } from './use-shown-page.ts';

interface ArticleFrameProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
  readonly view: ViewName;
}

export function ArticleFrame({ article, capture, view }: ArticleFrameProps) {
  const address = libraryFile(capture[view]);
  const [frame, setFrame] = useState<LoadedFrame | null>(null);
  const shown = frame !== null && frame.address === address ? frame : null;
  useFrameSheets(shown);
  useFrameEvents(shown);
  useFramePlace(shown, article.id);
  useFrameNotes(shown, article, capture);
  const placed = useFrameMarks(shown);
  const pictures = useFramePictures(shown);
  useFrameMargin(shown, placed, pictures);
  useShownPage(shown, placed, pictures);
  useMarkKeys(shown);
  useFrameFound(shown);
  useFrameSpeech(shown);
  const [note, closeNote] = useFrameFootnotes(shown);
  const selected = useFrameSelection(shown, placed);
  return (
    <PageFrame address={address} view={view} title={article.title} ready={shown !== null} onFrame={setFrame}>
      <ProgressLine />
      <FindBar />
      {shown !== null && view === 'reader' ? <RelatedArticles frame={shown} id={article.id} /> : null}
      <SpeechBar />
      {shown === null ? null : <MarkedPictures frame={shown} parts={pictures} />}
      {shown === null || note === null ? null : <FootnoteBox key={note.link.getAttribute('href')} frame={shown} note={note} onClose={closeNote} />}
      {shown !== null && selected !== null ? <SelectionBar frame={shown} selected={selected} /> : null}
    </PageFrame>
  );
}
