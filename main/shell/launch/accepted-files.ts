// Which files the system may hand to the app. electron-builder.yml names the same endings to the system.

/** Endings without the dot, lower case. */
export const acceptedEndings = ['html', 'htm', 'xhtml', 'md', 'markdown', 'jsonld'] as const;

export function isAcceptedFile(path: string): boolean {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return acceptedEndings.some((accepted) => accepted === ending);
}
