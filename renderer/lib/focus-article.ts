// Puts the focus into the open article's page.

/** The page is drawn a moment after the article is known, and later still where it was being opened already. */
export function focusArticle(framesLeft = 120): void {
  const page = document.querySelector<HTMLElement>('.article-frame');
  if (page !== null) page.focus();
  else if (framesLeft > 0) requestAnimationFrame(() => focusArticle(framesLeft - 1));
}
