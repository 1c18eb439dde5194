// Tags of the chosen articles, from the list's menu.

import { useStore } from '../../lib/store.ts';
import { listing } from '../../state/listing.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../parts/button.tsx';
import { DialogFrame } from '../parts/dialog-frame.tsx';
import { TagsEditor } from './tags-editor.tsx';

export function TagsDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const { say } = useWords();
  const { windows } = useStore(listing);
  const chosen = new Set(ids);
  const rows = [...windows.rows.values()].flat().filter((row) => chosen.has(row.id));
  // Those that all of them have, so that taking one off takes it off all.
  const shared = (rows[0]?.tags ?? []).filter((tag) => rows.every((row) => row.tags.includes(tag)));
  return (
    <DialogFrame title={say('tags')} onClose={onClose}>
      <TagsEditor ids={ids} tags={shared} />
      <div className="dialog-buttons">
        <Button tone="primary" onPress={onClose}>
          {say('done')}
        </Button>
      </div>
    </DialogFrame>
  );
}
