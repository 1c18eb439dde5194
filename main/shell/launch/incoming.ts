// What the system hands to the app, before it is ready and while it runs: files, deep links, a second start.
// All of it becomes commands to the window, which shows what it is about to do.

import { app } from 'electron';
import type { WindowCommand } from '../../../preload/contract/events.ts';
import { addressToSave } from './deep-link.ts';
import { readLaunchArguments, type LaunchArguments } from './launch-arguments.ts';

export interface Incoming {
  /** Called for each thing that comes. */
  readonly command: (command: WindowCommand) => void;
  /** Called when the app was started again: the window should come to the front. */
  readonly focus: () => void;
}

/** Listens; must be called before `ready`, as macOS hands over files and links before it. */
export function listenForIncoming(incoming: Incoming): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    incoming.command({ do: 'save-inputs', inputs: [path] });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    proposeLinks([link], incoming);
  });
  app.on('second-instance', (_, line, folder) => {
    handOver(readLaunchArguments(line.slice(1), folder), incoming);
    incoming.focus();
  });
}

/** Hands on the files and links of a command line. */
export function handOver(launch: LaunchArguments, incoming: Pick<Incoming, 'command'>): void {
  if (launch.files.length > 0) incoming.command({ do: 'save-inputs', inputs: launch.files });
  proposeLinks(launch.deepLinks, incoming);
}

function proposeLinks(links: readonly string[], incoming: Pick<Incoming, 'command'>): void {
  for (const link of links) {
    const url = addressToSave(link);
    if (url !== null) incoming.command({ do: 'confirm-save', url });
  }
}
