// The window's words, as its user reads them: flows find things by what is written on them.

import { adding } from '../../../preload/contract/messages/adding.ts';
import { captures } from '../../../preload/contract/messages/captures.ts';
import { finding } from '../../../preload/contract/messages/finding.ts';
import { keys } from '../../../preload/contract/messages/keys.ts';
import { fill, type Locale } from '../../../preload/contract/messages/locale.ts';
import { reading } from '../../../preload/contract/messages/reading.ts';
import { searching } from '../../../preload/contract/messages/searching.ts';
import { window } from '../../../preload/contract/messages/window.ts';

const sentences = {
  en: { ...window.en, ...reading.en, ...adding.en, ...captures.en, ...searching.en, ...finding.en, ...keys.en },
  'zh-CN': { ...window['zh-CN'], ...reading['zh-CN'], ...adding['zh-CN'], ...captures['zh-CN'], ...searching['zh-CN'], ...finding['zh-CN'], ...keys['zh-CN'] },
};

export type WordKey = keyof (typeof sentences)['en'];

export function say(key: WordKey, values: Readonly<Record<string, string | number>> = {}, locale: Locale = 'en'): string {
  return fill(sentences[locale][key], values);
}

/** The control with this text or label. */
export function named(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return `name=${say(key, values)}`;
}
