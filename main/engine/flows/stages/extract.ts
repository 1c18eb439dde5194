// Stage 3: the article on the page, or on its pages.

import { fail } from '../../../../preload/contract/result.ts';
import type { Draft } from '../../model/draft.ts';
import type { Job } from '../jobs.ts';
import type { Captured, Extracted, KnownAlready, SurveyedPage } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';
import { missingPage } from './further-pages.ts';

export async function extract(state: Captured, job: Job): Promise<StageOutcome<Extracted, KnownAlready>> {
  const draft = await draftOf(state, state, job);
  if (!draft.ok) return { failure: { ...draft.failure, about: state.input } };
  if (draft.value === null) return { failure: fail('not-an-article', state.input).failure };
  if (state.further.length === 0) return { next: { ...state, draft: draft.value } };
  const drafts: Draft[] = [draft.value];
  const unread = [];
  for (const further of state.further) {
    const found = await draftOf(state, further, job);
    if (found.ok && found.value !== null) drafts.push(found.value);
    else unread.push(missingPage(further.page.url ?? '', found.ok ? 'not-an-article' : found.failure.kind));
  }
  const joined = await state.context.ports.pages.run('joinDrafts', { drafts }, job.signal);
  if (!joined.ok) return { failure: { ...joined.failure, about: state.input } };
  return { next: { ...state, resources: [...state.resources, ...unread], draft: joined.value } };
}

function draftOf(state: Captured, { page, survey }: SurveyedPage, job: Job) {
  const request = { html: survey.html, url: page.url, base: survey.base, hints: page.hints };
  return state.context.ports.pages.run('extract', request, job.signal);
}
