// A page worker that misbehaves as it is told: the job's `html` says how. It answers with its thread's number,
// or, asked for its `cache`, with the folder of the code that Node keeps compiled.

import { getCompileCacheDir } from 'node:module';
import { parentPort, threadId } from 'node:worker_threads';
import { setTimeout as wait } from 'node:timers/promises';

async function behave(how: string): Promise<void> {
  const [what, number] = how.split(' ');
  if (what === 'wait') await wait(Number(number));
  if (what === 'exit') process.exit(Number(number));
  if (what === 'throw') throw new Error('thrown outside any job');
  if (what === 'die-later') setTimeout(() => process.exit(1), Number(number));
  if (what === 'eat') for (const eaten: unknown[] = []; ; ) eaten.push(Array.from({ length: 1_000 }, () => ({})));
  while (what === 'spin') continue;
}

parentPort?.on('message', async ({ input }: { input: { html: string } }) => {
  await behave(input.html);
  const text = input.html === 'cache' ? String(getCompileCacheDir()) : String(threadId);
  parentPort?.postMessage(input.html === 'bug' ? { bug: 'a bug in a job' } : { output: { text, captions: '' } });
});
