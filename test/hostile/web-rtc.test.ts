// WebRTC goes around requests, policies and proxies. In the window and in an article's frame it finds no address of this computer, and
// neither a STUN server over UDP nor a TURN server over TCP hears anything.

import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { inFrame, openArticle } from '../app/flows/reading-frame.ts';
import { flowMs, openingMs, openRoom, type Room } from '../app/flows/room.ts';
import { openPage } from '../browser/open-page.ts';
import { startSite, type Site } from '../site/site.ts';

declare const offprint: Bridge;

const title = 'A page with a telephone';
/** WebRTC passes over this computer's own network otherwise, and so would the canaries be. */
const loopback = '--allow-loopback-in-peer-connection';
let site: Site;
let canary: Site;
let udp: Socket;
let packets = 0;
let servers: readonly [stun: string, turn: string];
let room: Room;

/** Looks for a way to a peer; answers the addresses that were found. Runs in a page, and uses nothing outside itself. */
async function callOut(view: Pick<typeof globalThis, 'RTCPeerConnection'>, stun: string, turn: string): Promise<readonly string[]> {
  const connection = new view.RTCPeerConnection({ iceServers: [{ urls: stun }, { urls: turn, username: 'a', credential: 'b' }] });
  const found: string[] = [];
  connection.addEventListener('icecandidate', ({ candidate }) => void (candidate !== null && candidate.candidate !== '' && found.push(candidate.candidate)));
  connection.createDataChannel('words');
  await connection.setLocalDescription(await connection.createOffer());
  const complete = new Promise<void>((done) => connection.addEventListener('icegatheringstatechange', () => void (connection.iceGatheringState === 'complete' && done())));
  await Promise.race([complete, new Promise((late) => setTimeout(late, 3000))]);
  connection.close();
  return found;
}

beforeAll(async () => {
  udp = createSocket('udp4').bind(0, '127.0.0.1');
  await once(udp, 'listening');
  udp.on('message', () => (packets += 1));
  canary = await startSite();
  servers = [`stun:127.0.0.1:${udp.address().port}`, `turn:127.0.0.1:${new URL(canary.origin).port}?transport=tcp`];
  site = await startSite({ resources: {
    '/control.html': `<title>Control</title><script>window.found = (${String(callOut)})(window, ${servers.map((server) => JSON.stringify(server)).join(',')})</script>`,
    '/article.html': `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${'It rang all morning, and nobody was in the house to answer it. '.repeat(12)}</p></article></body></html>`,
  } });
  room = await openRoom({ chromium: [loopback] });
}, openingMs);

afterAll(async () => {
  await room.close();
  await site.close();
  await canary.close();
  udp.close();
});

it('a browser without the rule is heard by both servers (or this file would prove nothing)', async () => {
  await using browser = await openPage(site.url('/control.html'), { offline: false, more: [loopback, '--force-webrtc-ip-handling-policy=default'] });
  expect((await browser.evaluate(() => (globalThis as unknown as { found: Promise<readonly string[]> }).found)).length).toBeGreaterThan(0);
  expect(packets).toBeGreaterThan(0);
  expect(canary.connections).toBeGreaterThan(0);
}, flowMs);

it('from the window and from the frame of an article nobody hears anything, and no address is found', async () => {
  const { page } = room;
  await page.waitFor(() => 'offprint' in globalThis);
  await page.evaluate((url) => offprint.calls.save({ inputs: [url], tags: [], mode: 'static', base: null }), site.url('/article.html'));
  await openArticle(page, title);
  const [heardBefore, connectedBefore] = [packets, canary.connections];
  const call = `(${String(callOut)})`;
  expect(await page.evaluate<Promise<readonly string[]>, []>(`${call}(window, ...${JSON.stringify(servers)})`)).toEqual([]);
  // No script of the article's runs in its frame; the window lends it its own.
  const hasFrame = await inFrame(page, (view) => typeof (view as unknown as typeof globalThis).RTCPeerConnection);
  expect(hasFrame).toBe('function');
  expect(await page.evaluate<Promise<readonly string[]>, []>(`${call}(document.querySelector('.article-frame').contentWindow, ...${JSON.stringify(servers)})`)).toEqual([]);
  expect([packets, canary.connections]).toEqual([heardBefore, connectedBefore]);
}, flowMs);
