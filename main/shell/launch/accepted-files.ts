// Which files the system may hand to the app. electron-builder.yml names the same endings to the system, but PDF: Offprint
// takes back those that it made, and is no viewer for others.

/** Endings without the dot, lower case. */
export const acceptedEndings = ['html', 'htm', 'xhtml', 'md', 'markdown', 'jsonld', 'pdf'] as const;

export function isAcceptedFile(path: string): boolean {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return acceptedEndings.some((accepted) => accepted === ending);
}
