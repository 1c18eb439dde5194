// What may have been meant by a query without hits: the words of the index that are one or two edits away.

import type { FacetsRequest } from '../../../../preload/contract/calls.ts';
import type { Query } from '../query/query.ts';
import type { Desk } from './find-articles.ts';

export function didYouMean(_desk: Desk, _request: FacetsRequest, _query: Query): string | null {
  return null;
}
