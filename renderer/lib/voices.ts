// Which of the system's voices reads a language. Pure.

/** The part of a SpeechSynthesisVoice that is looked at. */
export interface OfferedVoice {
  readonly lang: string;
  /** It speaks on this computer. */
  readonly localService: boolean;
  readonly default: boolean;
}

/** The system's usual voice where it speaks the language, else one of the same region, else any of the language; null for none. */
export function voiceFor<V extends OfferedVoice>(voices: readonly V[], language: string): V | null {
  const own = voices.filter((voice) => voice.localService && base(voice.lang) === base(language));
  return own.find((voice) => voice.default) ?? own.find(({ lang }) => plain(lang) === plain(language)) ?? own[0] ?? null;
}

/** Systems write `zh_CN` and `zh-CN`; Mandarin and Cantonese are other languages than each other. */
function plain(language: string): string {
  return language.replaceAll('_', '-').toLowerCase();
}

function base(language: string): string {
  const [first = '', ...rest] = plain(language).split('-');
  if (first === 'yue' || (first === 'zh' && rest.includes('hk'))) return 'yue';
  return first === 'cmn' ? 'zh' : first;
}
