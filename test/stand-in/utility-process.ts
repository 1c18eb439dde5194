// Electron's `utilityProcess`: a Node process of its own, spoken to by structured clones.

import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

interface ForkOptions {
  readonly serviceName?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit' | readonly ('pipe' | 'ignore' | 'inherit')[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly execArgv?: readonly string[];
}

const start = new URL('./utility-start.ts', import.meta.url).href;
/** What the app sees when one of its processes dies. */
export const processListeners = new Set<(details: { readonly type: string; readonly reason: string; readonly exitCode: number }) => void>();

class UtilityProcess extends EventEmitter {
  private readonly child: ChildProcess;
  private readonly serviceName: string;
  private killed = false;

  constructor(path: string, values: readonly string[], options: ForkOptions) {
    super();
    this.serviceName = options.serviceName ?? 'Node Utility Process';
    const { stdio = 'inherit', env = process.env, cwd, execArgv = [] } = options;
    const [output, errors] = typeof stdio === 'string' ? [stdio, stdio] : [stdio[1], stdio[2]];
    this.child = fork(path, [...values], {
      serialization: 'advanced',
      stdio: ['ignore', output ?? 'inherit', errors ?? 'inherit', 'ipc'],
      env: { ...env, OFFPRINT_STAND_IN_UTILITY: '1' },
      execArgv: [...execArgv, '--import', start],
      ...(cwd === undefined ? {} : { cwd }),
    });
    this.child.once('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.emit('message', message));
    this.child.once('exit', (code, signal) => this.ended(code ?? (signal === null ? 0 : 1)));
    process.once('exit', () => this.child.kill('SIGKILL'));
  }

  get pid(): number | undefined {
    return this.child.exitCode === null ? this.child.pid : undefined;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.child.stderr;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in: ports in utilityProcess.postMessage are not supported');
    // As in Electron, what is sent to a process that has ended is lost.
    if (this.child.connected) this.child.send(message as object, () => undefined);
  }

  kill(): boolean {
    this.killed = true;
    return this.child.kill();
  }

  private ended(exitCode: number): void {
    this.emit('exit', exitCode);
    const reason = exitCode === 0 ? 'clean-exit' : this.killed ? 'killed' : 'crashed';
    const details = { type: 'Utility', reason, exitCode, serviceName: this.serviceName, name: this.serviceName };
    for (const listener of processListeners) listener(details);
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, values: readonly string[] = [], options: ForkOptions = {}): object =>
    strict('UtilityProcess', new UtilityProcess(path, values, options)),
});
