// A process that tries for the lock of each library it is sent, and keeps what it gets until it ends.

import { createFiles } from '../../../main/adapters/files.ts';
import { takeLock } from '../../../main/engine/library/lock.ts';

const files = createFiles();
// Stays until the channel is closed, as the lock's own timer does not hold a process.
process.on('message', (library: string) => {
  takeLock(files, library).then(
    (lock) => process.send?.({ taken: 'release' in lock, holder: 'release' in lock ? process.pid : lock.pid }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.('ready');
