// What is yet to be added, or could not be, is kept over a restart: it stands on the list of work again, to be tried again.

import { fail, type Failure } from '../../../preload/contract/result.ts';
import { DamagedDocument, readDocument, setAside, writeDocument } from '../library/document-file.ts';
import { documentShapes } from '../library/document-shapes.ts';
import { inputsFile, onDisk, temporaryFolder } from '../library/paths.ts';
import type { EngineContext } from './context.ts';
import type { OpenInput } from './jobs.ts';
import { failedReport } from './save.ts';

/** Written at most this often, in milliseconds: an import of thousands changes the list all the time. */
const writeEveryMs = 1000;

interface InputsDocument {
  format: number;
  items: OpenInput[];
}

export interface InputKeeper {
  /** Is told that the list of work changed. */
  note(): void;
  /** Writes down what is open now, and nothing after that. */
  close(): Promise<void>;
}

/** Puts on the list what an earlier process left. For a library that is written to. */
export async function keepInputs(context: EngineContext): Promise<InputKeeper> {
  const { jobs, ports, library } = context;
  const at = onDisk(library.path, inputsFile);
  const left = await readInputs(context, at);
  for (const input of left) jobs.restore(input, failedReport(input.input, failureOf(input), 0));
  let written = JSON.stringify(left);
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const items = jobs.openInputs();
    const now = JSON.stringify(items);
    if (now === written) return;
    written = now;
    try {
      if (items.length === 0) await ports.files.remove(at);
      else await writeDocument<InputsDocument>(ports.files, at, { format: 1, items: [...items] }, onDisk(library.path, temporaryFolder));
    } catch (error) {
      // On a full disk adding itself fails, and says so.
      ports.log.write('warning', 'what is yet to be added could not be written down', { error: String(error) });
    }
  }

  const writeInTurn = (): Promise<void> => (last = last.then(write));
  return {
    note() {
      timer ??= setTimeout(() => {
        timer = null;
        void writeInTurn();
      }, writeEveryMs).unref();
    },
    async close() {
      if (timer !== null) clearTimeout(timer);
      // What comes now is only that all of it is cancelled.
      timer = setTimeout(() => undefined, 0);
      await writeInTurn();
    },
  };
}

/** What an earlier process did not come to, nobody but the user can say whether it is wanted still. */
function failureOf({ input, failure }: OpenInput): Failure {
  return failure ?? fail('cancelled', input).failure;
}

async function readInputs({ ports }: EngineContext, at: string): Promise<readonly OpenInput[]> {
  try {
    return (await readDocument<InputsDocument>(ports.files, at, documentShapes.inputs))?.items ?? [];
  } catch (error) {
    if (error instanceof DamagedDocument) await setAside(ports.files, at, ports.now());
    else ports.log.write('warning', 'what was yet to be added could not be read', { error: String(error) });
    return [];
  }
}
