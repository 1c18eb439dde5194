import { expect, test } from 'vitest';
import { voiceFor } from '../../../renderer/lib/voices.ts';

const voice = (lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({ lang, localService: true, default: false, ...more });

test.each([
  ['the same region', 'en-GB', [voice('en-US'), voice('en_GB')], 'en_GB'],
  ['any of the language', 'en-AU', [voice('de-DE'), voice('en-US')], 'en-US'],
  ['the usual one first', 'en-GB', [voice('en-GB'), voice('en-US', { default: true })], 'en-US'],
  ['never one that sends the words away', 'en', [voice('en-US', { localService: false })], null],
  ['Mandarin by its other name', 'zh-CN', [voice('cmn-CN')], 'cmn-CN'],
  ['not Cantonese for Mandarin', 'zh-CN', [voice('zh-HK')], null],
  ['none', 'ja', [voice('en-US')], null],
])('%s', (_name, language, voices, expected) => {
  expect(voiceFor(voices, language)?.lang ?? null).toBe(expected);
});
