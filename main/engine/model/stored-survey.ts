// What a stored page or stylesheet would load when it is opened. Made by clean/survey-stored.ts.

export interface StoredText {
  readonly text: string;
  readonly form: 'page' | 'style';
}

export interface StoredSurvey {
  /** Blobs that are shown as pictures by `img`: `blobs/ab/….jpg`, each once. */
  readonly pictures: readonly string[];
  /** All blobs that are loaded, pictures among them. */
  readonly blobs: readonly string[];
  /** Everything else that would be asked for; empty for a copy that works offline. */
  readonly outside: readonly string[];
}
