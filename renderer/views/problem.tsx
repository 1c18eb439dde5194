// Shown in place of everything while no library is open.

import type { Failure } from '../../preload/contract/result.ts';
import { usePart } from '../lib/store.ts';
import { chooseLibrary, openLibrary } from '../services/settings.ts';
import { session } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { Button } from './parts/button.tsx';
import { Empty } from './parts/empty.tsx';

export function Problem({ failure }: { readonly failure: Failure }) {
  const words = useWords();
  const path = usePart(session, ({ environment }) => environment?.libraryPath ?? '');
  return (
    <main className="problem">
      <Empty icon="alert" title={words.say('problem-title')} text={words.failure(failure)}>
        <Button tone="primary" onPress={() => void openLibrary(path)}>
          {words.say('try-again')}
        </Button>
        <Button icon="folder" onPress={() => void chooseLibrary()}>
          {words.say('choose-other-library')}
        </Button>
      </Empty>
    </main>
  );
}
