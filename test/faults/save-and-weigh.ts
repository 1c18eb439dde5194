// Run as a process of its own: saves one address and says what came of it, and how much memory the process had at most.

import { openTestEngine } from '../engine/harness.ts';

const app = await openTestEngine();
const [report] = await app.call('save', { inputs: [process.argv[2] ?? ''], tags: [], mode: 'static', base: null });
await app.close();
process.stdout.write(JSON.stringify({ outcome: report?.failure?.kind ?? report?.status, megabytes: process.resourceUsage().maxRSS / 1024 }));
