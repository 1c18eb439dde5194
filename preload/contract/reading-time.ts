// How long words take to read, by the script that they are written in.

/** Words a minute; characters for scripts without spaces between words. Silent reading of adults, rounded: Brysbaert 2019
 * for English, and the ratios of other scripts to it in the IReST texts (Trauzettel-Klosinski & Dietz 2012). */
const speeds: readonly { readonly script: RegExp; readonly aMinute: number }[] = [
  { script: /^\p{Script=Arabic}/u, aMinute: 150 },
  { script: /^\p{Script=Hebrew}/u, aMinute: 190 },
  { script: /^\p{Script=Cyrillic}/u, aMinute: 190 },
  { script: /^\p{Script=Hangul}/u, aMinute: 200 },
];
export const wordsAMinute = 230;
/** Of Chinese and Japanese. */
export const charactersAMinute = 400;
/** Of Thai, Lao, Khmer and Burmese: letters, of which a word has four or five. */
const lettersAMinute = 1000;

const characters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const unspacedLetters = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const words = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Minutes, not rounded; 0 for no words. */
export function minutesOf(text: string): number {
  let minutes = 0;
  const withoutCharacters = text.replace(characters, () => ((minutes += 1 / charactersAMinute), ' '));
  const spaced = withoutCharacters.replace(unspacedLetters, () => ((minutes += 1 / lettersAMinute), ' '));
  for (const [word] of spaced.matchAll(words)) minutes += 1 / (speeds.find(({ script }) => script.test(word))?.aMinute ?? wordsAMinute);
  return minutes;
}
