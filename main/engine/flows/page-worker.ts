// The bounded worker's own side: answers the page jobs. One thread, one job at a time.

import { parentPort } from 'node:worker_threads';
import { compareViews } from '../capture/compare-views.ts';
import { inlineSprites } from '../capture/inline-sprites.ts';
import { markFrames } from '../capture/mark-frames.ts';
import { placeFrames } from '../capture/place-frames.ts';
import { plainTree } from '../capture/plain-tree.ts';
import { surveyPage } from '../capture/survey-page.ts';
import { absoluteStyle, surveyStyle } from '../capture/survey-style.ts';
import { cleanPage } from '../clean/clean-page.ts';
import { localiseStyle } from '../clean/clean-style.ts';
import { surveyStored } from '../clean/survey-stored.ts';
import { extractArticle } from '../extract/extract-article.ts';
import { joinDrafts } from '../extract/join-drafts.ts';
import { readText } from '../extract/stored-text.ts';
import type { PageJobName, PageJobs } from '../model/page-jobs.ts';

const jobs: { readonly [K in PageJobName]: (input: PageJobs[K]['input']) => PageJobs[K]['output'] | Promise<PageJobs[K]['output']> } = {
  survey: surveyPage,
  inlineSprites,
  surveyStyle,
  markFrames,
  placeFrames,
  absoluteStyle,
  extract: (input) => extractArticle({ ...input, html: plainTree(input.html) }),
  joinDrafts,
  clean: cleanPage,
  localiseStyle,
  surveyStored,
  readText,
  compare: compareViews,
  // A PDF library is only loaded where there is a PDF.
  unpackBundle: async (input) => (await import('./unpack-bundle.ts')).unpackBundle(input),
};

async function answer<K extends PageJobName>(job: K, input: PageJobs[K]['input']): Promise<void> {
  try {
    parentPort?.postMessage({ output: await jobs[job](input) });
  } catch (error) {
    parentPort?.postMessage({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (message: { job: PageJobName; input: never }) => void answer(message.job, message.input));
