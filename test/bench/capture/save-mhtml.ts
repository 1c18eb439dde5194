// `node save-mhtml.ts URL FILE`: a page scrolled through in a Chromium and saved by that as MHTML. What a drawn page is compared with.

import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { headlessArguments, startChromium } from '../../../main/adapters/chromium/devtools-pipe.ts';
import { findChromium } from '../../../main/adapters/chromium/find-chromium.ts';
import { scrollThrough } from './viewer.ts';

const [url = '', file = ''] = process.argv.slice(2);
const found = await findChromium();
if (found === null) throw new Error('this bench needs a Chromium');
const browser = await startChromium(found, headlessArguments);
const root = browser.connection.browser;
const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', width: 1280, height: 900 });
const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
const session = browser.connection.session(sessionId);
await session.send('Page.enable');
const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
await session.send('Page.navigate', { url });
await Promise.race([loaded, pause(20_000)]);
await scrollThrough(session);
const { data } = await session.send<{ data: string }>('Page.captureSnapshot', { format: 'mhtml' }, 60_000);
await writeFile(file, data);
await browser.close();
