// The language of a text: its script where that decides, else what the page declares.

/** Share of letters above which a script decides. */
const share = 0.2;

/** BCP 47, or null. A page in Chinese that declares English is common; the reverse is not. */
export function languageOf(text: string, declared: string | null): string | null {
  const sample = text.slice(0, 5000);
  const letters = count(sample, /\p{L}/gu);
  const tag = tidyTag(declared);
  if (letters === 0) return tag;
  if (count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) / letters > share / 2) return 'ja';
  if (count(sample, /\p{Script=Hangul}/gu) / letters > share) return 'ko';
  if (count(sample, /\p{Script=Han}/gu) / letters > share) return tag !== null && /^zh/i.test(tag) ? tag : 'zh';
  return tag !== null && /^(zh|ja|ko)/i.test(tag) ? null : tag;
}

/** Characters for scripts without spaces, words for the others. */
export function countWords(text: string): number {
  const unspaced = count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);
  const spaced = count(text, /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv);
  return unspaced + spaced;
}

function tidyTag(declared: string | null): string | null {
  if (declared === null) return null;
  try {
    return Intl.getCanonicalLocales(declared.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
