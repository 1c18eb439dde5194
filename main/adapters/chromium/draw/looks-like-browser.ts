// What the page is told about its browser: the truth, but for the words that say that nobody is watching.

import type { DevToolsChannel, DevToolsTarget } from '../devtools-target.ts';

export interface Appearance {
  readonly userAgent: string;
  readonly acceptLanguage: string;
  readonly userAgentMetadata: object;
}

const platforms: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'Windows', darwin: 'macOS' };

/** Sites refuse pictures to what calls itself headless, or by the name of an app. */
export async function appearanceOf(target: DevToolsTarget): Promise<Appearance> {
  const { result } = await target.send<{ result: { value: string } }>('Runtime.evaluate', { expression: 'navigator.userAgent', returnByValue: true });
  const userAgent = result.value.replace('HeadlessChrome', 'Chrome').replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari|Version)[\w.-]+\/[\d.]+(?=\s|$)/g, '');
  const version = /Chrome\/([\d.]+)/.exec(userAgent)?.[1] ?? '0';
  const major = version.replace(/\..*$/, '');
  const brands = (of: string): object[] => [{ brand: 'Chromium', version: of }, { brand: 'Not;A=Brand', version: '99' }];
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return {
    userAgent,
    acceptLanguage: [...new Set([locale, 'zh', 'en'])].join(','),
    userAgentMetadata: {
      brands: brands(major),
      fullVersionList: brands(version),
      platform: platforms[process.platform] ?? 'Linux',
      platformVersion: '',
      architecture: process.arch === 'arm64' ? 'arm' : 'x86',
      model: '',
      mobile: false,
    },
  };
}

export async function appear(channel: DevToolsChannel, appearance: Appearance): Promise<void> {
  await channel.send('Emulation.setUserAgentOverride', { ...appearance });
}
