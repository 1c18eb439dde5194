// What `npm start` says in the terminal.

import type { Area } from './locale.ts';

export type StartKey =
  | 'building'
  | 'buildFailed'
  | 'downloading'
  | 'noDisplay'
  | 'isRoot'
  | 'noSandbox'
  | 'fallback'
  | 'nothingToOpenWith'
  | 'watching';

export const start: Area<StartKey> = {
  en: {
    building: 'Building Offprint…',
    buildFailed: 'Offprint could not be built; what is wrong stands above.',
    downloading: 'Downloading Electron, once (about 120 MB)…',
    noDisplay:
      'There is no display to open a window on. Start Offprint on a desktop, or use it here in the terminal: npx offprint --help',
    isRoot: 'Electron does not open web pages as root. Start Offprint as another user.',
    noSandbox:
      'This system does not let Electron lock its pages in. Allow it once, then start again: sudo chown root {helper} && sudo chmod 4755 {helper}',
    fallback: 'Electron could not be downloaded ({reason}), so Offprint opens in {browser} instead.',
    nothingToOpenWith:
      'Electron could not be downloaded ({reason}), and no Chrome or Chromium was found to open Offprint in. Install one or set CHROME_PATH, or use the terminal: npx offprint --help',
    watching: 'Watching the sources; Offprint starts again when one changes.',
  },
  'zh-CN': {
    building: '正在构建 Offprint…',
    buildFailed: '无法构建 Offprint，原因见上。',
    downloading: '正在下载 Electron（仅一次，约 120 MB）…',
    noDisplay: '没有可以打开窗口的显示器。请在桌面环境中启动 Offprint，或在终端中使用：npx offprint --help',
    isRoot: 'Electron 不以 root 身份打开网页。请以其他用户启动 Offprint。',
    noSandbox: '系统不允许 Electron 隔离网页。请先允许一次，再重新启动：sudo chown root {helper} && sudo chmod 4755 {helper}',
    fallback: '无法下载 Electron（{reason}），改用 {browser} 打开 Offprint。',
    nothingToOpenWith:
      '无法下载 Electron（{reason}），也没有找到 Chrome 或 Chromium。请安装其一或设置 CHROME_PATH，也可以使用终端：npx offprint --help',
    watching: '正在监视源文件；有改动时 Offprint 会重新启动。',
  },
};
