// The pictures of a page that are worth a closer look, with what is said of them.

export interface ShownPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
}

/** Smaller ones are ornaments, emoji, and icons. CSS pixels. */
const leastSide = 60;

export function picturesOf(page: Document): readonly HTMLImageElement[] {
  return [...page.images].filter(isWorthLooking);
}

/** Not one that has not come yet, nor one that is drawn small and is small. */
export function isWorthLooking(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth >= leastSide && image.naturalHeight >= leastSide && image.clientWidth >= leastSide / 2;
}

export function describeShown(image: HTMLImageElement): ShownPicture {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return {
    address: image.currentSrc === '' ? image.src : image.currentSrc,
    width: image.naturalWidth,
    height: image.naturalHeight,
    alt: image.alt,
    caption: caption.replace(/\s+/g, ' ').trim(),
  };
}
