// The window's words in the language that is set.

import { adding } from '../../preload/contract/messages/adding.ts';
import { captures } from '../../preload/contract/messages/captures.ts';
import { failureSentence } from '../../preload/contract/messages/failures.ts';
import { finding } from '../../preload/contract/messages/finding.ts';
import { keys } from '../../preload/contract/messages/keys.ts';
import { fill, type Locale } from '../../preload/contract/messages/locale.ts';
import { reading } from '../../preload/contract/messages/reading.ts';
import { searching } from '../../preload/contract/messages/searching.ts';
import { window as frame } from '../../preload/contract/messages/window.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { number } from '../lib/dates.ts';
import { usePart } from '../lib/store.ts';
import { localeOf, session } from './session.ts';

const sentences = {
  en: { ...frame.en, ...reading.en, ...adding.en, ...captures.en, ...searching.en, ...finding.en, ...keys.en },
  'zh-CN': { ...frame['zh-CN'], ...reading['zh-CN'], ...adding['zh-CN'], ...captures['zh-CN'], ...searching['zh-CN'], ...finding['zh-CN'], ...keys['zh-CN'] },
};

export type WordKey = keyof (typeof sentences)['en'];
export type Values = Readonly<Record<string, string | number>>;

export interface Words {
  readonly locale: Locale;
  readonly say: (key: WordKey, values?: Values) => string;
  readonly failure: (failure: Failure) => string;
  readonly number: (value: number) => string;
}

function wordsIn(locale: Locale): Words {
  return {
    locale,
    say: (key, values) => fill(sentences[locale][key], values),
    failure: (failure) => failureSentence(failure, locale),
    number: (value) => number(value, locale),
  };
}

const words: Readonly<Record<Locale, Words>> = { en: wordsIn('en'), 'zh-CN': wordsIn('zh-CN') };

export function useWords(): Words {
  return words[usePart(session, localeOf)];
}

/** The words for code outside components, in the language of this moment. */
export function currentWords(): Words {
  return words[localeOf(session.get())];
}
