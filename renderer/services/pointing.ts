// Taking a picture by a key; the overlay of the pictures says how when an article is shown.

let point: (by: 1 | -1) => void = () => undefined;

/** The answer takes the way back. */
export function offerPointing(how: (by: 1 | -1) => void): () => void {
  point = how;
  return () => {
    if (point === how) point = () => undefined;
  };
}

/** The next (1) or the previous (-1) picture from where one is. */
export function pointAtPicture(by: 1 | -1): void {
  point(by);
}
