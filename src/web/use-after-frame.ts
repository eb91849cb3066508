import { startTransition, useEffect, useState } from 'react';

/**
 * A value as of the last frame: what takes it comes after what is on screen at once, and never holds that back. React's
 * own `useDeferredValue` gives way to input, but begins before the browser has drawn.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState({ value });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() =>
        startTransition(() => setDrawn((last) => (last.value === value ? last : { value }))),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return drawn.value;
}
