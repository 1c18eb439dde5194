// Stage 4: the two views, inert, with links to what was stored.

import { upFromCapture } from '../../library/paths.ts';
import type { Job } from '../jobs.ts';
import type { Cleaned, Extracted, KnownAlready } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';

export async function clean(state: Extracted, job: Job): Promise<StageOutcome<Cleaned, KnownAlready>> {
  const links: Record<string, string> = {};
  const missing: Record<string, string> = {};
  for (const { url, path, missing: why } of state.resources) {
    if (path !== null) links[url] = upFromCapture + path;
    else if (why !== null) missing[url] = why;
  }
  const { draft, survey, page } = state;
  const request = { draft, html: survey.html, base: survey.base, url: page.url, links, missing };
  const pages = await state.context.ports.pages.run('clean', request, job.signal);
  return pages.ok ? { next: { ...state, pages: pages.value } } : { failure: { ...pages.failure, about: state.input } };
}
