// Which languages the app speaks, and how a sentence is filled. The sentences themselves stand in the files beside
// this one, one file an area (failures, window, menu, print, terminal), each with all its languages.

export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** The sentences of one area in every language: the same keys, or it does not compile. */
export type Area<Keys extends string> = { readonly [L in Locale]: Readonly<Record<Keys, string>> };

/** The best of our languages for a BCP 47 tag or a POSIX locale (`zh_CN.UTF-8`); English when none fits. */
export function localeFor(tag: string): Locale {
  return /^zh/i.test(tag) ? 'zh-CN' : 'en';
}

/**
 * Fills `{name}` places. A number chooses with `{count|one|many}`: the first for 1, the second for others.
 * A place without a value stays as it is, so that it is seen in a test.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return value === 1 ? one : many;
  });
}
