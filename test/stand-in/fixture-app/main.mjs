// A small Electron app that uses what the stand-in has: the test presses it from outside.

import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell, utilityProcess } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', svg: 'image/svg+xml' };
const heard = [];
let window;

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();
if (!app.requestSingleInstanceLock()) app.exit(0);
else {
  app.on('second-instance', (_event, argv) => heard.push(['second-instance', argv.slice(2)]));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    heard.push(['open-url', url]);
  });
  app.on('open-file', (_event, path) => heard.push(['open-file', path]));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => console.log('will quit'));
  app.on('web-contents-created', (_event, contents) => watch(contents));
  void app.whenReady().then(start);
}

async function start() {
  const own = session.fromPartition('window');
  own.protocol.handle('app', answer);
  own.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  own.webRequest.onBeforeRequest((details, done) => {
    const allowed = /^(?:app|data|blob):/.test(details.url);
    if (!allowed) heard.push(['refused', details.url]);
    done({ cancel: !allowed });
  });
  await own.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu()));
  nativeTheme.on('updated', () => heard.push(['theme', nativeTheme.shouldUseDarkColors]));
  window = new BrowserWindow({
    width: 700,
    height: 500,
    show: false,
    webPreferences: { session: own, preload: here('preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => heard.push(['close', window.getBounds()]));
  window.webContents.on('context-menu', (_event, about) => {
    Menu.buildFromTemplate([{ label: `Copy ${about.selectionText}`, click: () => heard.push(['copied']) }]).popup({ window });
  });
  await window.loadURL('app://fixture/index.html');
}

function menu() {
  const tell = (name) => () => window.webContents.send('told', { name, at: new Date(0) });
  return [
    {
      label: '&File',
      submenu: [
        { label: 'Add Link…', accelerator: 'CommandOrControl+N', click: tell('add') },
        { label: 'Never', enabled: false, click: tell('never') },
        { type: 'separator' },
        { role: 'quit', label: 'Quit' },
      ],
    },
  ];
}

function watch(contents) {
  contents.setWindowOpenHandler(({ url }) => {
    heard.push(['window-open', url]);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    heard.push(['will-navigate', event.url]);
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !event.url.startsWith('app://fixture/frame')) {
      heard.push(['frame', event.url]);
      event.preventDefault();
    }
  });
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/range') return new Response(request.headers.get('range'), { status: 206, headers: { 'content-range': 'bytes 0-1/4' } });
  const name = pathname.slice(1);
  const bytes = await readFile(here(name)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  const policy = name.startsWith('frame')
    ? "default-src 'none'; img-src app://fixture; style-src 'unsafe-inline'; sandbox allow-same-origin"
    : "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'unsafe-inline'; img-src *";
  const type = types[name.split('.').at(-1)];
  return new Response(bytes, { headers: { 'content-type': type, 'content-length': String(bytes.length), 'content-security-policy': policy } });
}

const calls = {
  heard: () => heard,
  facts: () => ({ name: app.getName(), version: app.getVersion(), userData: app.getPath('userData'), title: window.getTitle() }),
  echo: (value) => value,
  fail: () => {
    throw new Error('as told');
  },
  choose: () => dialog.showOpenDialog(window, { properties: ['openFile'], title: 'Choose' }),
  ask: () => dialog.showMessageBox({ message: 'Sure?', buttons: ['No', 'Yes'], cancelId: 0 }),
  copy: (text) => clipboard.writeText(text),
  external: (url) => shell.openExternal(url),
  dark: (source) => {
    nativeTheme.themeSource = source;
  },
  tray: async () => {
    const { Tray } = await import('electron');
    return new Tray('icon.png');
  },
  unknown: () => app.makeCoffee(),
  crash: () => process.exit(7),
  work: (value) => work(value),
  print: (path) => printHidden(path),
};

ipcMain.handle('call', (event, name, ...values) => {
  const { url, origin, parent } = event.senderFrame;
  if (event.sender !== window.webContents || parent !== null || origin !== 'app://fixture') throw new Error(`not ours: ${url}`);
  return calls[name](...values);
});

async function work(value) {
  const child = utilityProcess.fork(here('worker.mjs'), ['--twice'], { serviceName: 'worker', stdio: 'pipe' });
  const answered = new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.postMessage({ value });
  const message = await answered;
  child.postMessage('end');
  return { ...message, code: await ended };
}

/** A hidden window, driven over its debugger, printed. */
async function printHidden(path) {
  const hidden = new BrowserWindow({ show: false, width: 400, height: 300, webPreferences: { partition: 'hidden' } });
  const { debugger: devtools } = hidden.webContents;
  devtools.attach('1.3');
  const paused = [];
  const loaded = new Promise((resolve) => {
    devtools.on('message', (_event, method, params) => {
      if (method === 'Page.loadEventFired') resolve();
      if (method !== 'Fetch.requestPaused') return;
      paused.push(params.request.url);
      const body = Buffer.from('<h1>Printed</h1>').toString('base64');
      void devtools.sendCommand('Fetch.fulfillRequest', { requestId: params.requestId, responseCode: 200, body });
    });
  });
  await devtools.sendCommand('Page.enable');
  await devtools.sendCommand('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await devtools.sendCommand('Page.navigate', { url: 'https://sealed.invalid/page.html' });
  await loaded;
  const { result } = await devtools.sendCommand('Runtime.evaluate', { expression: 'innerWidth + document.body.innerText' });
  const refused = await devtools.sendCommand('Target.createTarget', { url: 'about:blank' }).catch((error) => error.message);
  await writeFile(path, await hidden.webContents.printToPDF({ pageSize: { width: 5, height: 4 }, preferCSSPageSize: true }));
  hidden.destroy();
  return { paused, text: result.value, refused, windows: BrowserWindow.getAllWindows().length };
}
