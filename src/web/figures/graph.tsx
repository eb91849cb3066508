import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { LINE_HEIGHT } from './figure-text.ts';
import type { GraphLayout, PlacedArrow } from './graph-layout.ts';

/** From the top of a line to where its letters stand. */
const BASELINE = 13;
/** Units of a figure to the size of a letter of the page: a figure grows with the text around it. */
const UNITS_PER_REM = 16;
/** So much smaller it may get before it is scrolled. */
const SMALLEST = 0.86;

/**
 * The paper that a graph is drawn on, as large as it is: where there is less room, it is scrolled. It is a picture of what is
 * said beside it, and a screen reader hears that.
 *
 * @param shows the box that is to be in sight where not all is
 * @param children draws with the names of the two arrow heads: plain, and quiet
 */
export function Graph({
  layout: { width, height, boxes },
  label,
  shows,
  children,
}: {
  layout: GraphLayout;
  label: string;
  shows?: string | undefined;
  children: (heads: { plain: string; quiet: string }) => ReactNode;
}): ReactElement {
  const id = useId();
  const paper = useRef<HTMLDivElement>(null);
  const shown = boxes.get(shows ?? '');
  const middle = shown === undefined ? null : (shown.x + shown.width / 2) / width;
  useEffect(() => {
    const { current } = paper;
    if (current !== null && middle !== null)
      current.scrollLeft = current.scrollWidth * middle - current.clientWidth / 2;
  }, [middle]);
  const heads = { plain: `${id}plain`, quiet: `${id}quiet` };
  return (
    // What can be scrolled has to be reached by keyboard as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={paper} className="graph" role="group" aria-label={label} tabIndex={0}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        style={{
          width: `${width / UNITS_PER_REM}rem`,
          minWidth: `${(width / UNITS_PER_REM) * SMALLEST}rem`,
        }}
      >
        <defs>
          {(['plain', 'quiet'] as const).map((kind) => (
            <marker
              key={kind}
              id={heads[kind]}
              className="graph-head"
              data-kind={kind}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="9"
              markerHeight="9"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M 0 0 L 10 5 L 0 10 z" />
            </marker>
          ))}
        </defs>
        {children(heads)}
      </svg>
    </div>
  );
}

/** Lines of text below each other, around a middle. */
export function Lines({
  lines,
  x,
  top,
  className,
}: {
  lines: readonly string[];
  x: number;
  top: number;
  className?: string;
}): ReactElement {
  return (
    <text className={className} textAnchor="middle">
      {lines.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <tspan key={index} x={x} y={top + BASELINE + index * LINE_HEIGHT}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** What is said of an arrow stands on paper of its own, so that no line goes through it. */
export function LabelPaper({
  placed: { x, y, width, height },
}: {
  placed: PlacedArrow;
}): ReactElement {
  return <rect className="graph-paper" x={x} y={y} width={width} height={height} rx="3" />;
}
