// Which language the window speaks.

import { locales, type Locale } from '../../../preload/contract/messages/locale.ts';
import { changeSettings } from '../../services/settings.ts';
import { useWords } from '../../state/words.ts';
import { Segments } from '../parts/segments.tsx';

/** Each language by its own name, so that everyone finds theirs; Chinese with its script. */
function nameOf(locale: Locale): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  const tag = language === 'zh' ? `${language}-${script ?? 'Hans'}` : language;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? locale;
}

export function LanguageField({ locale }: { readonly locale: Locale | null }) {
  const { say } = useWords();
  const choices = [
    { key: 'system', label: say('language-system') },
    ...locales.map((key) => ({ key, label: nameOf(key) })),
  ];
  const change = (key: string): void => void changeSettings({ locale: locales.find((one) => one === key) ?? null });
  return <Segments label={say('language')} value={locale ?? 'system'} choices={choices} onChange={change} />;
}
