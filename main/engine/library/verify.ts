// Goes through the library, article by article, in one order that never changes: so that it can go on where it stopped.

import { createChecker, type Checker, type Damage } from './check-article.ts';
import type { ArticleOnDisk, Library } from './library.ts';

export interface Walk {
  readonly signal: AbortSignal;
  /** The folder of the last article that was checked before, or null to begin at the beginning. */
  readonly after: string | null;
  /** Is told of each article when it was checked; answers whether to go on. */
  readonly checked: (article: ArticleOnDisk, damage: readonly Damage[], files: number) => Promise<boolean>;
}

/** @returns whether it came to the end of the library. @throws the signal's reason when it is aborted. */
export async function walkAndCheck(library: Library, { signal, after, checked }: Walk, checker: Checker = createChecker(library)): Promise<boolean> {
  for await (const article of library.walk(after)) {
    signal.throwIfAborted();
    const damage = await checker.check(article, signal);
    if (!(await checked(article, damage, checker.files()))) return false;
  }
  return true;
}
