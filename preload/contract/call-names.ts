// The names of all calls as values, for the loops of the preload and of the border. Complete by type: a name that is
// in the table of calls and not here does not compile.

import type { CallName, EngineCallName, ShellCallName } from './calls.ts';

const engineCalls: Readonly<Record<EngineCallName, true>> = {
  library: true,
  find: true,
  facets: true,
  allIds: true,
  savedSearches: true,
  putSearch: true,
  removeSearch: true,
  findInText: true,
  related: true,
  counts: true,
  article: true,
  text: true,
  save: true,
  recapture: true,
  retryMissing: true,
  chooseCapture: true,
  diff: true,
  jobs: true,
  cancelJob: true,
  dismissJobs: true,
  setState: true,
  keepProgress: true,
  setTags: true,
  delete: true,
  restore: true,
  purge: true,
  marks: true,
  addMark: true,
  quoteMark: true,
  editMark: true,
  removeMark: true,
  putMark: true,
  notebook: true,
  exportMarks: true,
  importMarks: true,
  allMarks: true,
  export: true,
  verify: true,
  mend: true,
  backup: true,
  reindex: true,
  doctor: true,
  extract: true,
};

const shellCalls: Readonly<Record<ShellCallName, true>> = {
  environment: true,
  settings: true,
  setSettings: true,
  chooseLibrary: true,
  openLibrary: true,
  chooseFiles: true,
  chooseExport: true,
  chooseMarksFile: true,
  openExternal: true,
  showInFolder: true,
  copyText: true,
};

export const engineCallNames = Object.keys(engineCalls) as readonly EngineCallName[];
export const shellCallNames = Object.keys(shellCalls) as readonly ShellCallName[];
export const callNames: readonly CallName[] = [...engineCallNames, ...shellCallNames];

export function isEngineCall(name: string): name is EngineCallName {
  return Object.hasOwn(engineCalls, name);
}

export function isShellCall(name: string): name is ShellCallName {
  return Object.hasOwn(shellCalls, name);
}
