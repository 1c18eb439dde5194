// Preloaded into a utility process: `process.parentPort`, over Node's own channel.

import { EventEmitter } from 'node:events';
import './register.ts';
import { strict } from './strict.ts';

class ParentPort extends EventEmitter {
  /** Messages that come before anyone listens wait, as in a port. */
  private early: unknown[] | null = [];

  constructor() {
    super();
    process.on('message', (data) => this.receive(data));
    process.on('disconnect', () => process.exit(0));
    this.on('newListener', (name) => {
      if (name === 'message') queueMicrotask(() => this.start());
    });
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in: ports in parentPort.postMessage are not supported');
    process.send?.(message);
  }

  start(): void {
    const waiting = this.early ?? [];
    this.early = null;
    for (const data of waiting) this.receive(data);
  }

  private receive(data: unknown): void {
    if (this.early === null) this.emit('message', { data, ports: [] });
    else this.early.push(data);
  }
}

const facts = { parentPort: strict('parentPort', new ParentPort()), type: 'utility' };
for (const [name, value] of Object.entries(facts)) Object.defineProperty(process, name, { value, enumerable: true });
