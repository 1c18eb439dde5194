// Electron's `protocol`: the schemes of the app, and the default session's handlers.

import { addScheme } from './scheme-addresses.ts';
import { session, type ProtocolHandler } from './session.ts';
import { strict } from './strict.ts';

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean };
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]): void => {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard !== true) throw new Error(`stand-in: the scheme ${scheme} is not standard`);
      addScheme(scheme);
    }
  },
  handle: (scheme: string, handler: ProtocolHandler): void => void session.defaultSession.handlers.set(scheme, handler),
  unhandle: (scheme: string): void => void session.defaultSession.handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => session.defaultSession.handlers.has(scheme),
});
