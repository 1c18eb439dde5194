// The engine as the app runs it: in Electron's utility process, with what only Electron can do for it.

import type { Topic } from '../../../preload/contract/events.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import type { CaptureSettings } from '../../../preload/contract/settings.ts';
import type { LogPort } from '../../engine/model/ports.ts';
import { createEngineHost, type EngineHost } from './engine-host.ts';
import { startEngineProcess } from './start-engine-process.ts';
import { systemProxy } from './system-proxy.ts';
import { createTargetDesk } from './target-desk.ts';

export interface AppEngineParts {
  /** The built engine-process.js. */
  readonly entry: string;
  readonly version: string;
  readonly changed: (topic: Topic) => void;
  /** The settings that the engine needs. */
  readonly proxy: () => string;
  readonly capturing: () => CaptureSettings;
  readonly locale: () => Locale;
  readonly log: LogPort;
}

/** Starts nothing before a library is opened. */
export function createAppEngine(parts: AppEngineParts): EngineHost {
  const { clear, ...targets } = createTargetDesk((event) => host.targetEvent(event));
  const host: EngineHost = createEngineHost({
    start: () => startEngineProcess(parts.entry, parts.version),
    answers: {
      ...targets,
      resolveProxy: ({ url }) => systemProxy(url),
      log({ level, message, facts }) {
        parts.log.write(level, message, facts);
        return Promise.resolve(null);
      },
    },
    changed: parts.changed,
    gone: clear,
    proxy: parts.proxy,
    capturing: parts.capturing,
    locale: parts.locale,
    log: parts.log,
  });
  return host;
}
