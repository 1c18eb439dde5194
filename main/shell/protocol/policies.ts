// The content policies of what the app's scheme serves. That of an article's files is in the contract (addresses.ts).

/** The window's own page: its own scripts and styles, no network, frames only from the library. */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** A stored SVG, should it ever be opened as a page: it draws, and neither runs nor loads anything. */
export const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";
