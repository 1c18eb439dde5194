// Finds the pictures that marks are of, and says how each was found.

import { useEffect, useMemo } from 'react';
import { pictureOf, type Annotation } from '../../../preload/contract/mark.ts';
import { findPicture, partOf, type FoundPicture, type Part } from '../../lib/frame-pictures.ts';
import { usePart } from '../../lib/store.ts';
import { marks, type FoundMark } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

export interface MarkedPart extends FoundPicture {
  readonly mark: Annotation;
  readonly part: Part;
}

export function useFramePictures(frame: LoadedFrame | null): ReadonlyMap<string, MarkedPart> {
  const list = usePart(marks, (value) => value.list);
  const pictures = useMemo(() => list.filter((mark) => pictureOf(mark) !== null), [list]);
  const found = useMemo(() => (frame === null || pictures.length === 0 ? none : findAll(frame, pictures)), [frame, pictures]);
  useEffect(() => {
    if (frame === null || pictures.length === 0) return;
    const states = pictures.map(({ id }): readonly [string, FoundMark] => {
      const { state, sure } = found.get(id) ?? { state: 'gone', sure: true };
      return [id, { state, sure }];
    });
    marks.change({ states: new Map([...marks.get().states, ...states]) });
  }, [frame, pictures, found]);
  return found;
}

function findAll(frame: LoadedFrame, pictures: readonly Annotation[]): ReadonlyMap<string, MarkedPart> {
  return new Map(pictures.flatMap((mark) => {
    const selector = pictureOf(mark);
    const picture = selector === null ? null : findPicture(frame.window.document, selector);
    return selector === null || picture === null ? [] : [[mark.id, { mark, part: partOf(selector), ...picture }] as const];
  }));
}

const none: ReadonlyMap<string, MarkedPart> = new Map();
