// How a picture lies in a window that it is looked at in: how large, and how far it was moved. Pure; CSS pixels.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Look {
  /** Window pixels for one of the picture's. */
  readonly scale: number;
  /** The picture's middle from the window's middle. */
  readonly x: number;
  readonly y: number;
}

/** A picture of 50 pixels is still shown as such; one of 30,000 is brought down. */
const least = 0.05;
const most = 16;

/** Whole, and never larger than it is. */
export function fitted(picture: Size, window: Size): Look {
  const scale = Math.min(1, window.width / Math.max(1, picture.width), window.height / Math.max(1, picture.height));
  return { scale, x: 0, y: 0 };
}

/** Larger or smaller by a factor; what is under the point (from the window's middle) stays there. */
export function zoomed(look: Look, factor: number, at: { readonly x: number; readonly y: number }, picture: Size, window: Size): Look {
  const smallest = Math.min(least, fitted(picture, window).scale);
  const scale = Math.min(most, Math.max(smallest, look.scale * factor));
  const by = scale / look.scale;
  return kept({ scale, x: at.x - (at.x - look.x) * by, y: at.y - (at.y - look.y) * by }, picture, window);
}

export function moved(look: Look, x: number, y: number, picture: Size, window: Size): Look {
  return kept({ ...look, x: look.x + x, y: look.y + y }, picture, window);
}

/** No further than that an edge of the picture comes to an edge of the window; one that fits stays in the middle. */
function kept({ scale, x, y }: Look, picture: Size, window: Size): Look {
  const bound = (value: number, side: number, room: number): number => {
    const beyond = Math.max(0, (side * scale - room) / 2);
    return Math.max(-beyond, Math.min(beyond, value));
  };
  return { scale, x: bound(x, picture.width, window.width), y: bound(y, picture.height, window.height) };
}
