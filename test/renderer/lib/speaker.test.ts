import { expect, test } from 'vitest';
import { createSpeaker, type Speech } from '../../../renderer/lib/speaker.ts';

/** A voice that says nothing until it is told to have said it, and, as real ones do, reports the end of what was hushed. */
function quietVoice() {
  const said: string[] = [];
  let done: ((isSaid: boolean) => void) | null = null;
  const states: Speech[] = [];
  const finish = (isSaid = true): void => done?.(isSaid);
  const voice = {
    say: (words: string, rate: number, ended: (isSaid: boolean) => void) => {
      said.push(rate === 1 ? words : `${words} x${rate}`);
      done = ended;
    },
    hush: () => finish(),
  };
  const speaker = createSpeaker(voice, (speech) => states.push(speech));
  return { speaker, said, finish, now: () => states.at(-1) };
}

const three = ['One.', 'Two.', 'Three.'];

test('reads to the end, and is idle then', () => {
  const { speaker, said, finish, now } = quietVoice();
  speaker.start(three, 1);
  expect(now()).toEqual({ state: 'speaking', at: 1 });
  finish();
  finish();
  expect(said).toEqual(['Two.', 'Three.']);
  expect(now()).toEqual({ state: 'idle', at: 0 });
});

test('a pause ends the sentence, and going on begins it anew', () => {
  const { speaker, said, now } = quietVoice();
  speaker.start(three, 0);
  speaker.toggle();
  expect(now()).toEqual({ state: 'paused', at: 0 });
  speaker.toggle();
  expect(now()).toEqual({ state: 'speaking', at: 0 });
  expect(said).toEqual(['One.', 'One.']);
});

test('steps to and fro, in a pause without a word', () => {
  const { speaker, said, now } = quietVoice();
  speaker.start(three, 0);
  speaker.step(1);
  speaker.step(-1);
  speaker.step(-1);
  expect(said).toEqual(['One.', 'Two.', 'One.', 'One.']);
  speaker.toggle();
  speaker.step(1);
  speaker.step(1);
  speaker.step(1);
  expect(now()).toEqual({ state: 'paused', at: 2 });
  expect(said).toHaveLength(4);
});

test('another speed is heard at once', () => {
  const { speaker, said, finish } = quietVoice();
  speaker.start(three, 0);
  speaker.setRate(1.5);
  finish();
  expect(said).toEqual(['One.', 'One. x1.5', 'Two. x1.5']);
});

test('says that the voice failed, and tries again when told to', () => {
  const { speaker, said, finish, now } = quietVoice();
  speaker.start(three, 0);
  finish(false);
  expect(now()).toEqual({ state: 'failed', at: 0 });
  speaker.toggle();
  expect(now()).toEqual({ state: 'speaking', at: 0 });
  expect(said).toEqual(['One.', 'One.']);
});

test('stops, and nothing follows', () => {
  const { speaker, said, finish, now } = quietVoice();
  speaker.start(three, 0);
  speaker.stop();
  finish();
  speaker.step(1);
  speaker.toggle();
  expect(said).toEqual(['One.']);
  expect(now()).toEqual({ state: 'idle', at: 0 });
});

test('an article without sentences is read at once', () => {
  const { speaker, said, now } = quietVoice();
  speaker.start([], 0);
  expect(said).toEqual([]);
  expect(now()).toEqual({ state: 'idle', at: 0 });
});
