import { useEffect, useRef, type ReactElement } from 'react';
import { DrawnFigure } from './drawn-figure.tsx';
import type { Figure } from './figure.ts';
import type { Placed } from './graph-layout.ts';

/** Units of a figure to the size of a letter of the page: a figure grows with the text around it. */
const UNITS_PER_REM = 16;
/** So much smaller it may get before it is scrolled. */
const SMALLEST = 0.86;

/**
 * A graph on paper that is as large as it is: where there is less room, it is scrolled. It is a picture of what is said
 * beside it, and a screen reader hears that.
 *
 * @param shows what is to be in sight where not all is
 * @param asked what a click on what is said in it does
 */
export function Graph({
  figure,
  label,
  shows,
  asked,
}: {
  figure: Figure;
  label: string;
  shows?: Placed | undefined;
  asked: (asks: string) => void;
}): ReactElement {
  const { width } = figure;
  const paper = useRef<HTMLDivElement>(null);
  const middle = shows === undefined ? null : (shows.x + shows.width / 2) / width;
  useEffect(() => {
    const { current } = paper;
    if (current !== null && middle !== null)
      current.scrollLeft = current.scrollWidth * middle - current.clientWidth / 2;
  }, [middle]);
  const size = {
    width: `${width / UNITS_PER_REM}rem`,
    minWidth: `${(width / UNITS_PER_REM) * SMALLEST}rem`,
  };
  return (
    // What can be scrolled has to be reached by keyboard as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={paper} className="graph" role="group" aria-label={label} tabIndex={0}>
      <DrawnFigure figure={figure} style={size} asked={asked} />
    </div>
  );
}
