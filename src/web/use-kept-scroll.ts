import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Agreement } from '../model/agreement.ts';
import type { OwnBrowser } from './own-browser.ts';
import type { View } from './page-state.ts';
import { keepLeft, keptLeft } from './seen-kept.ts';

/** Comes back to where a view was left, also when the tab is loaded again; one that was not open yet begins at its top. */
export function useKeptScroll(
  { tab }: Pick<OwnBrowser, 'tab'>,
  agreement: Agreement,
  view: View,
): void {
  const [left] = useState(() => keptLeft(tab, agreement));
  const shown = useRef<View | null>(null);
  useLayoutEffect(() => {
    if (shown.current === view) return;
    const isFirst = shown.current === null;
    shown.current = view;
    const top = left.get(view) ?? 0;
    // A link to a place on the page goes there by itself.
    if (!isFirst || top > 0) scrollTo({ top, behavior: 'instant' });
  }, [left, view]);
  useEffect(() => {
    const note = () => {
      if (shown.current !== null) left.set(shown.current, scrollY);
    };
    const keep = () => keepLeft(tab, agreement, left);
    addEventListener('scroll', note, { passive: true });
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('scroll', note);
      removeEventListener('pagehide', keep);
    };
  }, [tab, agreement, left]);
}
