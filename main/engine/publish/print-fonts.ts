// The fonts of print: which families a language takes, and the pieces of those that come with the app.

/** The folder of the sealed page that answers from the print assets. */
export const assetsFolder = 'print-assets/';

const latin = "'Source Serif 4'";
const chinese = "'Noto Serif SC'";
const japanese = "'Noto Serif JP'";

/** The style sheets of the bundled fonts. Japanese is only named where it is read: its pieces cover the same characters. */
export function fontSheets(languages: readonly string[]): readonly string[] {
  const upright = ['source-serif-4/400', 'source-serif-4/700', 'source-serif-4/400-italic', 'source-serif-4/700-italic', 'noto-serif-sc/400', 'noto-serif-sc/700'];
  const needsJapanese = languages.some((language) => /^ja\b/i.test(language));
  const sheets = needsJapanese ? [...upright, 'noto-serif-jp/400', 'noto-serif-jp/700'] : upright;
  return sheets.map((sheet) => `${assetsFolder}${sheet}.css`);
}

/** The families for a text in a language, first the one that sets most of it; quotation marks come from the first. */
export function familiesFor(language: string): string {
  if (/^zh\b(?=.*(hant|tw|hk|mo))/i.test(language)) return `${traditional}, ${chinese}, ${latin}, serif`;
  if (/^zh\b/i.test(language)) return `${chinese}, ${latin}, serif`;
  if (/^ja\b/i.test(language)) return `${japanese}, ${chinese}, ${latin}, serif`;
  if (/^ko\b/i.test(language)) return `${latin}, ${korean}, ${chinese}, serif`;
  return `${latin}, ${chinese}, serif`;
}

/** Of the system, where it has one: these forms do not come with the app. */
const traditional = "'Noto Serif TC', 'Noto Serif CJK TC', 'Songti TC', 'PMingLiU'";
const korean = "'Noto Serif KR', 'Noto Serif CJK KR', 'AppleMyungjo', 'Batang'";

/**
 * Families by `:lang()`, handed down through a custom property so that code keeps its own. Words of another language
 * inside a text take theirs.
 */
export function familyRules(): string {
  const rule = (selector: string, language: string): string => `${selector} { --serif: ${familiesFor(language)}; }`;
  return [
    rule('html, [lang]', 'en'),
    rule(':lang(zh)', 'zh'),
    rule(':is(:lang(zh-hant), :lang(zh-tw), :lang(zh-hk), :lang(zh-mo))', 'zh-hant'),
    rule(':lang(ja)', 'ja'),
    rule(':lang(ko)', 'ko'),
    'html, [lang] { font-family: var(--serif); }',
    // The Chinese and Japanese fonts have no italics: Latin words take real ones, ideographs stay upright.
    `.offprint-slanted { font-family: ${latin}, var(--serif); font-style: italic; }`,
  ].join('\n');
}
