// The app's own scheme in Electron: `app://offprint/` is the window, `app://offprint/library/` the open library.

import { protocol, type Session } from 'electron';
import { appScheme } from '../../../preload/contract/addresses.ts';
import { answerAppRequest, type ProtocolSources } from './answer-request.ts';

/** Makes the scheme one that pages can live on; must be called before `ready`. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Answers the scheme in one session; it does not exist in any other. */
export function handleAppScheme(session: Session, sources: ProtocolSources): void {
  session.protocol.handle(appScheme, (request) => answerAppRequest(request, sources));
}
