// How many of 34 pictures are had, and in how many seconds, under each fault that may befall them on their way.
// --only=stall runs the faults whose name has this in it.

import { faults, picturesOnPage, serveFault, serveRedirected } from '../engine/capture/picture-faults.ts';
import { openTestEngine, type TestEngine } from '../engine/harness.ts';
import { startSite } from '../site/site.ts';
import { rounded, type Bench } from './bench.ts';

export const faultsBench: Bench = async function* faultsBench({ only = '' }) {
  const [near, far] = await Promise.all([startSite(), startSite({ address: '127.0.0.2' })]);
  const app = await openTestEngine();
  try {
    // The first save starts the workers, which is no fault's doing.
    await measure(app, serveFault({ name: 'first' }, 'first', near, far));
    for (const [index, fault] of faults.entries()) {
      if (!fault.name.includes(only)) continue;
      const { seconds, saved } = await measure(app, serveFault(fault, `fault-${index}`, near, far));
      yield { fault: fault.name, pictures: picturesOnPage, possible: fault.expected ?? picturesOnPage, saved, seconds };
    }
    if (only === '') yield { fault: 'each leads to another origin', pictures: picturesOnPage, possible: picturesOnPage, ...(await measure(app, serveRedirected('redirected', near, far))) };
  } finally {
    await app.close();
    await Promise.all([near.close(), far.close()]);
  }
};

async function measure(app: TestEngine, url: string): Promise<{ readonly seconds: number; readonly saved: number }> {
  const started = performance.now();
  const [report] = await app.call('save', { inputs: [url], tags: [], mode: 'static', base: null });
  return { saved: report?.images.saved ?? 0, seconds: rounded((performance.now() - started) / 1_000) };
}
