// How the stand-in was started: set by whoever starts it (launch.ts, open.ts), read once.

export interface StandInSettings {
  /** Windows are only drawn, not shown. */
  readonly headless: boolean;
  /** A test answers the dialogs; else the user does. */
  readonly driven: boolean;
  readonly systemTheme: 'light' | 'dark';
  /** Device pixels for one CSS pixel, where windows are only drawn. */
  readonly scale: number;
  /** More arguments for Chromium. */
  readonly chromium: readonly string[];
}

const given = process.env['OFFPRINT_STAND_IN'];

const usual: StandInSettings = { headless: true, driven: false, systemTheme: 'light', scale: 1, chromium: [] };

export const settings = given === undefined ? usual : (JSON.parse(given) as StandInSettings);

/** The environment variable that carries the settings to the app's process. */
export function settingsEnvironment(value: StandInSettings): Readonly<Record<string, string>> {
  return { OFFPRINT_STAND_IN: JSON.stringify(value) };
}
