// Stage 3: the article on the page.

import { fail } from '../../../../preload/contract/result.ts';
import type { Job } from '../jobs.ts';
import type { Captured, Extracted, KnownAlready } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';

export async function extract(state: Captured, job: Job): Promise<StageOutcome<Extracted, KnownAlready>> {
  const { page, survey } = state;
  const request = { html: survey.html, url: page.url, base: survey.base, hints: page.hints };
  const draft = await state.context.ports.pages.run('extract', request, job.signal);
  if (!draft.ok) return { failure: { ...draft.failure, about: state.input } };
  if (draft.value === null) return { failure: fail('not-an-article', state.input).failure };
  return { next: { ...state, draft: draft.value } };
}
