// Engine calls on their way through the main process, which only notes where exports went (`showInFolder`).

import type { EngineCallName, ExportReport, ValueOf } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { EngineHost } from '../engine-link/engine-host.ts';

type EngineCall = (name: EngineCallName, request: unknown) => Promise<Result<unknown>>;

/** @param exported is given the path of each file that an export wrote */
export function createEngineCalls(engine: EngineHost, exported: Set<string>): EngineCall {
  return async (name, request) => {
    const answer = await engine.call(name, request);
    if (name === 'export' && answer.ok) {
      for (const { path } of answer.value as readonly ExportReport[]) if (path !== null) exported.add(path);
    }
    if (name === 'exportMarks' && answer.ok) exported.add((answer.value as ValueOf<'exportMarks'>).path);
    return answer;
  };
}
