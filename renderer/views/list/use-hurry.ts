// Whether the list is scrolled too fast for anyone to see a picture: then none are asked for until it is slower.
// A lead picture is as large as its article shows it; drawing one takes some 15 ms, and a quick scroll passes hundreds.

import { useEffect, useState, type RefObject } from 'react';

/** CSS pixels a frame: some ten rows a second. Not a millisecond: where frames are slow, pictures would make them slower. */
const fast = 22;
/** Milliseconds after which a scroll that was fast is over. */
const rest = 140;

export function useHurry(scroller: RefObject<HTMLElement | null>): boolean {
  const [hurried, setHurried] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = element.scrollTop;
    const scroll = (): void => {
      const passed = Math.abs(element.scrollTop - last);
      last = element.scrollTop;
      if (passed < fast) return;
      setHurried(true);
      clearTimeout(timer);
      timer = setTimeout(() => setHurried(false), rest);
    };
    element.addEventListener('scroll', scroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller]);
  return hurried;
}
