import { useEffect, useLayoutEffect, useRef } from 'react';
import type { View } from './page-state.ts';

/** Comes back to where a view was left; one that was not open yet begins at its top. */
export function useKeptScroll(view: View): void {
  const left = useRef(new Map<View, number>());
  const shown = useRef(view);
  useLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    scrollTo({ top: left.current.get(view) ?? 0, behavior: 'instant' });
  }, [view]);
  useEffect(() => {
    const keep = () => left.current.set(shown.current, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, []);
}
