// Makes `electron` mean the stand-in, in this process: `node --import ./test/stand-in/register.ts out/main/main.js`.

import { registerHooks } from 'node:module';

const standIn = new URL('./electron.ts', import.meta.url).href;
const inUtilityProcess = new URL('./electron-in-utility.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (!/^electron(?:\/(?:main|common|renderer|utility))?$/.test(specifier)) return next(specifier, context);
    const url = process.env['OFFPRINT_STAND_IN_UTILITY'] === '1' ? inUtilityProcess : standIn;
    return { url, format: 'module-typescript', shortCircuit: true };
  },
});

Object.defineProperty(process.versions, 'electron', { value: '45.0.0-stand-in', enumerable: true });
