// What every question and every change of the index works with.

import { Segments } from '../inverted/segments.ts';
import { Columns } from './columns.ts';
import type { Database } from './database.ts';
import { Labels } from './labels.ts';

export interface Ground {
  readonly database: Database;
  readonly columns: Columns;
  readonly labels: Labels;
  readonly segments: Segments;
}

export function loadGround(database: Database): Ground {
  return { database, columns: new Columns(database), labels: new Labels(database), segments: new Segments(database) };
}
