// Puts the focus into the open article's page.

/** Frames of the screen: ten seconds of most screens. */
const patience = 600;

/**
 * As soon as the page has loaded, which is later where it is only being opened: until then a key that is pressed would be lost in it, while the window hears it.
 * Whoever moves the focus meanwhile keeps it.
 */
export function focusArticle(): void {
  const before = document.activeElement;
  const look = (framesLeft: number): void => {
    if (document.activeElement !== before) return;
    const page = document.querySelector<HTMLElement>('.article-frame[data-ready]');
    if (page !== null) page.focus();
    else if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1));
  };
  look(patience);
}
