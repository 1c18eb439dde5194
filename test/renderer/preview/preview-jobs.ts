// Jobs in each of their states, for looking at the tray.

import type { JobView, SaveReport } from '../../../preload/contract/calls.ts';

const report: SaveReport = {
  input: 'https://www.example.org/4/story.html',
  status: 'known',
  id: 'article-4',
  captureId: 'first',
  url: 'https://www.example.org/4/story.html',
  title: 'What the cartographer left blank',
  byline: null,
  site: 'Meridian',
  published: null,
  language: 'en',
  words: 900,
  images: { found: 6, saved: 6, missing: [] },
  failure: null,
  worse: null,
  tookMs: 200,
};

const base: JobView = {
  id: 'job-1',
  kind: 'save',
  order: null,
  label: 'https://www.example.org/2026/11/the-long-way-round-the-cape-and-back/',
  state: 'running',
  stage: 'capture',
  done: 3,
  total: 8,
  articleId: null,
  report: null,
  failure: null,
  waitsUntil: null,
  startedAt: '2026-11-20T10:00:00Z',
};

export const previewJobs: readonly JobView[] = [
  base,
  { ...base, id: 'job-5', label: 'https://busy.example/story', done: 0, total: 0, waitsUntil: '2026-11-20T10:05:00Z' },
  { ...base, id: 'job-2', label: 'https://www.example.org/slow', stage: 'identify', done: 0, total: 0 },
  {
    ...base,
    id: 'job-3',
    label: 'https://nowhere.example/page',
    state: 'failed',
    failure: { kind: 'offline', about: 'nowhere.example', detail: 'ENOTFOUND' },
  },
  { ...base, id: 'job-4', state: 'done', articleId: 'article-4', report },
];
